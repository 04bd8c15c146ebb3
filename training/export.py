"""The trained network as one ONNX file with int8 weights, built without tracing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from network import HEADS, LAYERS, Network
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

#: Where onnxruntime keeps operations of its own: its attention is a quarter faster than the same in single steps.
RUNTIME = "com.microsoft"


class Graph:
    """A graph while it is built."""

    def __init__(self, weights: dict[str, NDArray[np.float32]]) -> None:
        self.weights, self.nodes, self.constants = weights, [], {}  # type: ignore[var-annotated]

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """The name of a constant, added once."""
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def op(self, kind: str, inputs: list[str], **given: Any) -> str:
        """The name of an operation's output."""
        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [name], **given))
        return name

    def linear(self, x: str, part: str) -> str:
        """A linear layer."""
        weight = self.constant(f"{part}.w", self.weights[f"{part}.weight"].T)
        return self.op(
            "Add", [self.op("MatMul", [x, weight]), self.constant(f"{part}.b", self.weights[f"{part}.bias"])]
        )

    def norm(self, x: str, part: str) -> str:
        """A layer norm."""
        weight = self.constant(f"{part}.w", self.weights[f"{part}.weight"])
        bias = self.constant(f"{part}.b", self.weights[f"{part}.bias"])
        return self.op("LayerNormalization", [x, weight, bias], axis=-1, epsilon=1e-12)

    def layer(self, x: str, part: str) -> str:
        """One layer of the encoder; a window comes alone, so nothing in it is padding and there is no mask."""
        told = [self.linear(x, f"{part}.{name}") for name in ("query", "key", "value")]
        mixed = self.op("MultiHeadAttention", told, domain=RUNTIME, num_heads=HEADS)
        x = self.norm(self.op("Add", [self.linear(mixed, f"{part}.out"), x]), f"{part}.norm_a")
        up = self.op("Gelu", [self.linear(x, f"{part}.up")])
        return self.norm(self.op("Add", [self.linear(up, f"{part}.down"), x]), f"{part}.norm_b")


def export(network: Network, folder: Path) -> None:
    """Writes `reader.onnx` (int8) and, beside it and not to be kept, `reader32.onnx`."""
    weights = {name: value.detach().numpy().astype(np.float32) for name, value in network.state_dict().items()}
    graph = Graph(weights)
    length = graph.op("Shape", ["ids"], start=1, end=2)
    zero, axis = graph.constant("zero", np.array([0])), graph.constant("axis", np.array([0]))
    places = graph.op("Slice", [graph.constant("positions", weights["positions.weight"]), zero, length, axis])
    words = graph.op("Gather", [graph.constant("words", weights["words.weight"]), "ids"])
    x = graph.op("Add", [graph.op("Add", [words, places]), graph.constant("kind", weights["kind"])])
    x = graph.norm(x, "norm")
    for number in range(LAYERS):
        x = graph.layer(x, f"layers.{number}")
    told = graph.linear(graph.op("Gelu", [graph.linear(x, "telling_tower")]), "telling")
    coded = graph.linear(graph.op("Gelu", [graph.linear(x, "coding_tower")]), "coding")
    graph.nodes.append(helper.make_node("Concat", [told, coded], ["tags"], axis=-1))
    graph.nodes.append(helper.make_node("Identity", [x], ["tokens"]))
    _save(graph, folder)


def _save(graph: Graph, folder: Path) -> None:
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["b", "l"])]
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["b", "l", None]) for name in ("tags", "tokens")]
    made = helper.make_graph(graph.nodes, "sayso reader", inputs, outputs, list(graph.constants.values()))
    model = helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 20), helper.make_opsetid(RUNTIME, 1)], ir_version=9
    )
    onnx.checker.check_model(model)
    onnx.save(model, str(folder / "reader32.onnx"))
    quantize_dynamic(
        str(folder / "reader32.onnx"),
        str(folder / "reader.onnx"),
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
