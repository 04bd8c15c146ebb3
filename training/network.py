"""The network in torch: the encoder as published, two towers, and the losses of all heads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

import numpy as np
import torch
from dataset import IGNORE, TAGS, Row
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from sayso.encode.labels import COLUMNS, GROUPS, ROLES

HIDDEN, LAYERS, HEADS = 384, 6, 12
TOWER = 256
DROPOUT = 0.1
#: Columns that the first tower yields; the second yields the rest.
TELLING = sum(GROUPS[name] for name in (*ROLES, "cue certainty", "kind"))
CODING = sum(GROUPS.values()) - TELLING


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.up, self.down = nn.Linear(HIDDEN, 4 * HIDDEN), nn.Linear(4 * HIDDEN, HIDDEN)
        self.norm_a, self.norm_b = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(v.dtype))
        mixed = mixed.transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm_a(x + F.dropout(self.out(mixed), DROPOUT, self.training))
        return self.norm_b(x + F.dropout(self.down(F.gelu(self.up(x))), DROPOUT, self.training))


class Network(nn.Module):
    """Encoder and towers; yields the columns of `labels.COLUMNS` and the encoder's last layer."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(30522, HIDDEN), nn.Embedding(512, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.telling_tower, self.telling = nn.Linear(HIDDEN, TOWER), nn.Linear(TOWER, TELLING)
        self.coding_tower, self.coding = nn.Linear(HIDDEN, TOWER), nn.Linear(TOWER, CODING)
        self.starts = nn.Parameter(torch.zeros(len(ROLES), 3))
        self.moves = nn.Parameter(torch.zeros(len(ROLES), 3, 3))
        self.coding.bias.data[: GROUPS["codes"] + GROUPS["begin"]] = -4.0  # few tokens state anything

    def load(self, weights: dict[str, Tensor]) -> None:
        """Takes over the published encoder's weights."""
        self.words.weight.data = weights["embeddings.word_embeddings.weight"].clone()
        self.positions.weight.data = weights["embeddings.position_embeddings.weight"].clone()
        self.kind.data = weights["embeddings.token_type_embeddings.weight"][0].clone()
        self._fill(self.norm, weights, "embeddings.LayerNorm")
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm_a": "attention.output.LayerNorm",
            "norm_b": "output.LayerNorm",
        }
        for number, layer in enumerate(self.layers):
            for ours, theirs in names.items():
                self._fill(getattr(layer, ours), weights, f"encoder.layer.{number}.{theirs}")

    @staticmethod
    def _fill(part: nn.Module, weights: dict[str, Tensor], name: str) -> None:
        part.weight.data = weights[f"{name}.weight"].clone()
        part.bias.data = weights[f"{name}.bias"].clone()

    def encode(self, ids: Tensor, there: Tensor) -> Tensor:
        """The last layer, shape (batch, length, 384)."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.kind
        x = F.dropout(self.norm(x), DROPOUT, self.training)
        mask = (1 - there.float())[:, None, None, :] * -1e9
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, there: Tensor) -> tuple[Tensor, Tensor]:
        x = self.encode(ids, there)
        told = self.telling(F.gelu(self.telling_tower(F.dropout(x, DROPOUT, self.training))))
        coded = self.coding(F.gelu(self.coding_tower(F.dropout(x, DROPOUT, self.training))))
        return torch.cat([told, coded], -1), x


def stacked(rows: list[Row], device: torch.device) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, mask, and for every token of every row its place in the flattened batch."""
    length = max(len(row.pieces) for row in rows)
    ids, there = torch.zeros(len(rows), length, dtype=torch.long), torch.zeros(len(rows), length)
    places = []
    for number, row in enumerate(rows):
        ids[number, : len(row.pieces)] = torch.tensor(row.pieces)
        there[number, : len(row.pieces)] = 1
        places += [number * length + unit for unit in row.units]
    return ids.to(device), there.to(device), torch.tensor(places).to(device)


def chain_loss(network: Network, out: Tensor, tags: Tensor) -> Tensor:
    """Minus the log-likelihood, per token, of whole rows of role tags, as a chain that never enters a span midway.

    `out` and `tags` have shape (rows, tokens, roles, 3) and (rows, tokens, roles); padding has tag -1.
    """
    never = out.new_zeros(3, 3)
    never[0, 2] = NEVER
    moves, starts = network.moves + never, network.starts + out.new_tensor([0.0, 0.0, NEVER])
    there, safe = tags >= 0, tags.clamp(min=0)
    each = out.gather(3, safe[..., None])[..., 0] * there
    role = torch.arange(len(ROLES), device=out.device)
    taken = network.moves[role, safe[:, :-1], safe[:, 1:]] * there[:, 1:]
    gold = network.starts[role, safe[:, 0]] + each.sum(1) + taken.sum(1)
    steps = moves + out[:, 1:, :, None, :]
    stay = out.new_full((3, 3), NEVER).fill_diagonal_(0.0)
    steps = torch.where(there[:, 1:, :, None, None], steps, stay)
    total = (starts + out[:, 0])[..., None] + _product(steps)
    return (torch.logsumexp(total.flatten(2), dim=2) - gold).sum() / there[..., 0].sum()


#: The logarithm of a step that is never taken.
NEVER = -1e4


def _product(steps: Tensor) -> Tensor:
    """The product of all steps along dimension 1, where sums of exponentials add and logarithms multiply.

    Halved again and again, so a row of 190 tokens takes eight rounds instead of 190.
    """
    if not steps.shape[1]:
        return steps.new_full((*steps.shape[:1], *steps.shape[2:]), NEVER) + steps.new_zeros(3, 3).fill_diagonal_(
            -NEVER
        )
    while steps.shape[1] > 1:
        odd = steps[:, -1:] if steps.shape[1] % 2 else steps[:, :0]
        left, right = steps[:, 0 : steps.shape[1] - 1 : 2], steps[:, 1::2]
        steps = torch.cat([torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2), odd], 1)
    return steps[:, 0]


class Losses:
    """The loss of a batch; classes weigh by the root of their inverse frequency, capped."""

    #: No class weighs more than this many times a common one.
    CAP = 3.0
    #: How much each head counts, set once on a short run: tellings and codes are what is read, the rest shades them.
    SHARES: ClassVar = {"cue certainty": 0.3, "kind": 0.2, "certainty": 0.3, "negated": 0.3, "stage": 0.3}

    def __init__(self, rows: list[Row], device: torch.device) -> None:
        tags = _joined([row.tags for row in rows], device)
        codes = _joined([row.codes for row in rows], device)
        self.weights = {name: self._weights(tags[:, n], GROUPS[name]) for n, name in enumerate(TAGS)}
        shares = codes.mean(0).clamp(min=1e-5)
        self.code_weight = (((1 - shares) / shares).sqrt()).clamp(1, self.CAP)

    def _weights(self, column: Tensor, size: int) -> Tensor:
        seen = column[column >= 0]
        counts = torch.bincount(seen.cpu(), minlength=max(2, size)).float().to(column.device) + 1
        return (counts.max() / counts).sqrt().clamp(1, self.CAP)

    def of(self, network: Network, out: Tensor, rows: list[Row]) -> Tensor:
        """The loss of the outputs for the tokens of these rows."""
        tags, codes, begins = (
            _joined(part, out.device)
            for part in ([row.tags for row in rows], [row.codes for row in rows], [row.begins for row in rows])
        )
        total = self._roles(network, out, rows)
        for number, name in enumerate(TAGS[len(ROLES) :], len(ROLES)):
            wanted = tags[:, number]
            if not (wanted != IGNORE).any():
                continue
            given = out[:, COLUMNS[name]]
            if name == "negated":
                kept = wanted != IGNORE
                loss = F.binary_cross_entropy_with_logits(
                    given[kept, 0], wanted[kept].float(), pos_weight=self.weights[name][1]
                )
            else:
                loss = F.cross_entropy(given, wanted, self.weights[name], ignore_index=IGNORE)
            total = total + self.SHARES.get(name, 1.0) * loss
        coded = F.binary_cross_entropy_with_logits(
            out[:, COLUMNS["codes"]], codes, pos_weight=self.code_weight, reduction="none"
        )
        begun = F.binary_cross_entropy_with_logits(
            out[:, COLUMNS["begin"]][:, 0], begins, pos_weight=out.new_tensor(self.CAP)
        )
        # The sum over the codes of a token, so that each token counts once, as in the other heads.
        return total + coded.sum(1).mean() + 0.5 * begun

    @staticmethod
    def _roles(network: Network, out: Tensor, rows: list[Row]) -> Tensor:
        """The chain loss over the rows in which tellings are marked."""
        ends = [0]
        for row in rows:
            ends.append(ends[-1] + len(row.units))
        told = [n for n, row in enumerate(rows) if row.tags[0, 0] >= 0]
        if not told:
            return out.new_zeros(())
        roles = out[:, : 3 * len(ROLES)].reshape(-1, len(ROLES), 3)
        scores = nn.utils.rnn.pad_sequence([roles[ends[n] : ends[n + 1]] for n in told], batch_first=True)
        wanted = [torch.from_numpy(rows[n].tags[:, : len(ROLES)]).to(out.device) for n in told]
        tags = nn.utils.rnn.pad_sequence(wanted, batch_first=True, padding_value=IGNORE)
        return chain_loss(network, scores, tags)


def _joined(arrays: Sequence[NDArray[Any]], device: torch.device) -> Tensor:
    return torch.from_numpy(np.concatenate(arrays)).to(device)


def sentence_vectors(hidden: Tensor, places: Tensor, rows: list[Row]) -> Tensor:
    """The mean of the tokens of each sentence."""
    flat = hidden.reshape(-1, HIDDEN)[places]
    sizes = [size for row in rows for size, _ in row.groups]
    return torch.stack([part.mean(0) for part in flat.split(sizes)])
