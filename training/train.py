"""Trains the reader, exports it and writes what it was measured at: `python training/train.py --encoder FOLDER`.

Needs torch, safetensors and onnx beside the package; nothing else of the project does.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from contextlib import AbstractContextManager
from copy import deepcopy
from pathlib import Path

import numpy as np
import torch
from card import write
from dataset import Sample, batches, files, load, plain_rows, rows
from export import export
from figures import Seen, measured, told_counts
from network import Losses, Network, sentence_vectors, stacked
from safetensors.torch import load_file, save_file
from torch.nn import functional as F
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from sayso.encode.labels import COLUMNS, ROLES
from sayso.encode.windows import Pieces, windows

HERE = Path(__file__).parent
SEED = 7
#: Epochs of each round; a round begins with the mean of the one before, and its rate falls to nothing anew.
ROUNDS = (8, 6, 7)
#: Only rounds from this one on see whole reports: they come last, as what the reader will read looks most like them.
FIRST_WITH_REPORTS = 2
#: Word pieces in one batch; chosen for two cores, where larger ones are no faster.
BATCH = 1536
RATE, HEAD_RATE, CHAIN_RATE = 2e-4, 1e-3, 1e-2
#: So many word pieces are hidden in training, so that no single word decides.
HIDDEN_SHARE = 0.05
#: The weights that ship are a running mean; this much of it is kept at each step.
KEPT = 0.995
#: Each layer further down learns slower by this factor.
DECAY = 0.85
#: These parts stay as published: what they know of words, so little text would rather spoil than better, and on two
#: cores leaving them alone saves a third of the time.
LEFT_ALONE = ("words", "positions", "kind", "norm.", "layers.0.", "layers.1.")
#: How much the sentence vectors are held to those of the published encoder.
VECTOR_SHARE = 0.3


def main() -> None:
    """Trains, exports, measures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    asked.add_argument("--text", type=Path, default=HERE, help="folder of the training text")
    asked.add_argument("--out", type=Path, default=HERE.parent / "src" / "sayso" / "data" / "weights")
    asked.add_argument("--rounds", type=int, nargs="+", default=ROUNDS, help="epochs of each round")
    asked.add_argument("--minutes", type=float, default=1e9, help="end after so many minutes (not reproducible)")
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    asked.add_argument(
        "--keep", type=Path, help="folder of each round's weights; a round that is there is not repeated"
    )
    given = asked.parse_args()
    given.device = torch.device(given.device)
    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(True, warn_only=given.device.type == "cuda")
    pieces = Pieces(given.encoder / "tokenizer.json")
    train, held = load(files(given.text), pieces)
    print(f"{len(train)} samples to train on, {len(held)} held out", flush=True)
    network = trained(given, train, held)
    given.out.mkdir(parents=True, exist_ok=True)
    export(network, given.out)
    (given.out / "tokenizer.json").write_bytes((given.encoder / "tokenizer.json").read_bytes())
    about = measured(given.out, train, held, given.text, chains(network))
    (given.out / "reader32.onnx").unlink()
    write(about)
    print(json.dumps({name: value for name, value in about.items() if name != "text"}, indent=1), flush=True)


def trained(given: argparse.Namespace, train: list[Sample], held: list[Sample]) -> Network:
    """The network with its weights rounded to half precision, as they are handed on from round to round."""
    network = Network()
    network.load({name: value.float() for name, value in load_file(given.encoder / "model.safetensors").items()})
    published = deepcopy(network.to(given.device))
    for number, epochs in enumerate(given.rounds):
        kept = None if given.keep is None else given.keep / f"round{number}.safetensors"
        if kept is not None and kept.exists():
            halves = load_file(kept)
        else:
            seen = [s for s in train if number >= FIRST_WITH_REPORTS or not s.whole]
            wanted = teacher(published, seen, given.device)
            torch.manual_seed(SEED + number)
            network = fit(network, seen, epochs, (wanted, given))
            halves = {name: value.half().cpu().contiguous() for name, value in network.state_dict().items()}
            if kept is not None:
                save_file(halves, kept)
        network.load_state_dict({name: value.float() for name, value in halves.items()})
        print(f"round {number + 1}: held out {held_score(network, held, given.device)}", flush=True)
    return network.to("cpu")


def chains(network: Network) -> dict[str, list[list[float]]]:
    """For each role what it adds to begin outside, at a beginning or inside, and then to go on from each to each."""
    return {
        role: [[round(float(value.detach()), 5) for value in row] for row in (network.starts[n], *network.moves[n])]
        for n, role in enumerate(ROLES)
    }


def teacher(network: Network, samples: list[Sample], device: torch.device) -> dict[str, torch.Tensor]:
    """The published encoder's vector of every sentence, by its text."""
    texts: dict[str, torch.Tensor] = {}
    network.eval()
    made = plain_rows(samples)
    with torch.inference_mode():
        for batch in batches(made, 4 * BATCH, random.Random(SEED)):
            ids, there, places = stacked(batch, device)
            with halved(device):
                hidden = network.encode(ids, there)
            vectors = F.normalize(sentence_vectors(hidden.float(), places, batch), dim=-1)
            names = [text for item in batch for _, text in item.groups]
            texts.update(zip(names, vectors.clone(), strict=True))
    return texts


def optimiser(network: Network) -> torch.optim.Optimizer:
    """One that lets lower layers learn slower and new parts faster."""
    groups = []
    for name, value in network.named_parameters():
        if name.startswith(LEFT_ALONE):
            value.requires_grad_(False)
            continue
        if name.startswith("layers."):
            rate = RATE * DECAY ** (5 - int(name.split(".")[1]))
        elif "tower" in name or name.startswith(("telling", "coding")):
            rate = HEAD_RATE
        else:
            rate = CHAIN_RATE
        groups.append({"params": [value], "lr": rate, "weight_decay": 0.01 if value.dim() == 2 else 0.0})
    return torch.optim.AdamW(groups, fused=True)


def fit(
    network: Network, train: list[Sample], epochs: int, around: tuple[dict[str, torch.Tensor], argparse.Namespace]
) -> Network:
    """The trained network: the running mean of the weights, which nothing held out has chosen."""
    wanted, given = around
    chance, started, device = random.Random(SEED), time.monotonic(), given.device
    losses = Losses(plain_rows(train), device)
    steps, mean = optimiser(network), AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(KEPT))
    total = epochs * len(batches(rows(train, random.Random(0)), BATCH, random.Random(0)))
    plan = torch.optim.lr_scheduler.LambdaLR(steps, lambda n: min((n + 1) / (0.06 * total), max(0.0, 1 - n / total)))
    for epoch in range(epochs):
        network.train()
        seen = []
        for batch in batches(rows(train, chance), BATCH, chance):
            ids, there, places = stacked(batch, device)
            with halved(device):
                out, hidden = network(hide(ids), there)
            flat = out.float().reshape(-1, out.shape[-1])[places]
            loss = losses.of(network, flat, batch)
            vectors = sentence_vectors(hidden.float(), places, batch)
            goal = torch.stack([wanted[text] for item in batch for _, text in item.groups])
            loss = loss + VECTOR_SHARE * (1 - F.cosine_similarity(vectors, goal)).mean()
            steps.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            steps.step()
            plan.step()
            mean.update_parameters(network)
            seen.append(loss.detach())
        minutes = (time.monotonic() - started) / 60
        print(f"epoch {epoch + 1}: loss {torch.stack(seen).mean():.3f}; {minutes:.1f} min", flush=True)
        if minutes > given.minutes:
            break
    return mean.module


def halved(device: torch.device) -> AbstractContextManager[object]:
    """Half precision where the processor computes in it; elsewhere it would be slower, and is left."""
    able = device.type == "cuda" or torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
    return torch.autocast(device.type, torch.bfloat16, enabled=able)


def hide(ids: torch.Tensor) -> torch.Tensor:
    """The word pieces with some of them hidden; marks and padding are not."""
    chosen = torch.rand(ids.shape, device=ids.device) < HIDDEN_SHARE
    return torch.where(chosen & (ids > LAST_MARK), HIDDEN_PIECE, ids)


#: The word piece that hides another, and the last of those that are no words.
HIDDEN_PIECE, LAST_MARK = 103, 998


def held_score(network: Network, held: list[Sample], device: torch.device) -> str:
    """How well what was held out is read: exact F1 of spans, and of the tokens of codes."""
    network.eval()
    seen: list[Seen] = []
    tally = np.zeros(3)
    with torch.inference_mode():
        for number, sample in enumerate(held):
            units = []
            for window in windows(sample.parts):
                ids = torch.tensor([window.pieces], device=device)
                out = network(ids, torch.ones_like(ids))[0][0].float().cpu().numpy()
                tags = out[[piece for piece, _, _ in window.units]]
                wanted = np.stack([sample.codes[sample.place[s] + t] for _, s, t in window.units]) > 0
                ours = tags[:, COLUMNS["codes"]] > 0
                tally += [(ours & wanted).sum(), ours.sum(), wanted.sum()]
                units.append((window.units, tags))
            seen.append(Seen(number, sample, units))
    counts = told_counts(seen, dict.fromkeys(ROLES, 0.0), chains(network))
    f1 = {role: 2 * right / max(1, ours + gold) for role, (right, ours, gold) in counts.items()}
    f1["codes"] = 2 * tally[0] / max(1, tally[1] + tally[2])
    return " ".join(f"{name} {value:.3f}" for name, value in f1.items())


if __name__ == "__main__":
    main()
