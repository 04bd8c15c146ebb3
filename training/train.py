"""Trains the reader, exports it and writes what it was measured at: `python training/train.py --encoder FOLDER`.

Needs torch, safetensors and onnx beside the package; nothing else of the project does.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from card import write
from dataset import Sample, batches, files, load, row, rows
from export import export
from figures import Seen, measured, told_counts
from network import Losses, Network, sentence_vectors, stacked
from safetensors.torch import load_file
from torch.nn import functional as F

from sayso.encode.labels import COLUMNS, ROLES
from sayso.encode.windows import Pieces, windows

HERE = Path(__file__).parent
SEED = 7
#: Word pieces in one batch; chosen for two cores, where larger ones are no faster.
BATCH = 1536
RATE, HEAD_RATE, CHAIN_RATE = 2e-4, 1e-3, 1e-2
#: Each layer further down learns slower by this factor.
DECAY = 0.85
#: How much the sentence vectors are held to those of the published encoder.
VECTOR_SHARE = 0.3


def main() -> None:
    """Trains, exports, measures."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    asked.add_argument("--text", type=Path, default=HERE, help="folder of the training text")
    asked.add_argument("--out", type=Path, default=HERE.parent / "src" / "sayso" / "data" / "weights")
    asked.add_argument("--epochs", type=int, default=24)
    asked.add_argument("--minutes", type=float, default=1e9, help="give up after so many minutes (not reproducible)")
    asked.add_argument("--threads", type=int, default=2)
    given = asked.parse_args()
    torch.set_num_threads(given.threads)
    torch.use_deterministic_algorithms(True)
    torch.manual_seed(SEED)
    pieces = Pieces(given.encoder / "tokenizer.json")
    train, held = load(files(given.text), pieces)
    print(f"{len(train)} samples to train on, {len(held)} held out", flush=True)
    network = Network()
    network.load(load_file(given.encoder / "model.safetensors"))
    fit(network, train, held, given)
    given.out.mkdir(parents=True, exist_ok=True)
    export(network, given.out)
    (given.out / "tokenizer.json").write_bytes((given.encoder / "tokenizer.json").read_bytes())
    about = measured(given.out, train, held, given.text, chains(network))
    (given.out / "reader32.onnx").unlink()
    write(about)
    print(json.dumps({name: value for name, value in about.items() if name != "text"}, indent=1), flush=True)


def chains(network: Network) -> dict[str, list[list[float]]]:
    """For each role what it adds to begin outside, at a beginning or inside, and then to go on from each to each."""
    return {
        role: [[round(float(value.detach()), 5) for value in row] for row in (network.starts[n], *network.moves[n])]
        for n, role in enumerate(ROLES)
    }


def teacher(network: Network, samples: list[Sample], pieces_of: object = None) -> dict[str, torch.Tensor]:
    """The published encoder's vector of every sentence, by its text."""
    texts: dict[str, torch.Tensor] = {}
    network.eval()
    made = [row([sample]) for sample in samples]
    with torch.inference_mode():
        for batch in batches(made, 4 * BATCH, random.Random(SEED)):
            ids, there, places = stacked(batch)
            with torch.autocast("cpu", torch.bfloat16):
                hidden = network.encode(ids, there)
            vectors = F.normalize(sentence_vectors(hidden.float(), places, batch), dim=-1)
            names = [text for item in batch for _, text in item.groups]
            texts.update(zip(names, vectors.clone(), strict=True))
    return texts


def optimiser(network: Network) -> torch.optim.Optimizer:
    """One that lets lower layers learn slower and new parts faster."""
    groups = []
    for name, value in network.named_parameters():
        if name.startswith("layers."):
            rate = RATE * DECAY ** (5 - int(name.split(".")[1]))
        elif "tower" in name or name.startswith(("telling", "coding")):
            rate = HEAD_RATE
        elif name in ("moves", "starts"):
            rate = CHAIN_RATE
        else:
            rate = RATE * DECAY**6
        groups.append({"params": [value], "lr": rate, "weight_decay": 0.01 if value.dim() == 2 else 0.0})
    return torch.optim.AdamW(groups)


def fit(network: Network, train: list[Sample], held: list[Sample], given: argparse.Namespace) -> None:
    """Trains the network; it ends with the weights of the epoch that did best on what was held out."""
    chance, started = random.Random(SEED), time.monotonic()
    wanted = teacher(network, train)
    losses = Losses([row([sample]) for sample in train])
    steps = optimiser(network)
    per_epoch = len(batches(rows(train, random.Random(0)), BATCH, random.Random(0)))
    total = per_epoch * given.epochs
    plan = torch.optim.lr_scheduler.LambdaLR(steps, lambda n: min((n + 1) / (0.06 * total), max(0.0, 1 - n / total)))
    best: tuple[float, dict[str, torch.Tensor]] | None = None
    for epoch in range(given.epochs):
        network.train()
        seen = []
        for batch in batches(rows(train, chance), BATCH, chance):
            ids, there, places = stacked(batch)
            with torch.autocast("cpu", torch.bfloat16):
                out, hidden = network(ids, there)
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
            seen.append(float(loss.detach()))
        score, words = held_score(network, held)
        minutes = (time.monotonic() - started) / 60
        print(f"epoch {epoch + 1}: loss {np.mean(seen):.3f}; held out {words}; {minutes:.1f} min", flush=True)
        if best is None or score > best[0]:
            best = (score, {name: value.clone() for name, value in network.state_dict().items()})
        if minutes > given.minutes:
            break
    assert best is not None
    network.load_state_dict(best[1])


def held_score(network: Network, held: list[Sample]) -> tuple[float, str]:
    """How well what was held out is read: exact F1 of spans, and of the tokens of codes."""
    network.eval()
    seen: list[Seen] = []
    tally = np.zeros(3)
    with torch.inference_mode():
        for number, sample in enumerate(held):
            units = []
            for window in windows(sample.parts):
                ids = torch.tensor([window.pieces])
                tags = network(ids, torch.ones_like(ids))[0][0].numpy()[[piece for piece, _, _ in window.units]]
                wanted = np.stack([sample.codes[sample.place[s] + t] for _, s, t in window.units]) > 0
                ours = tags[:, COLUMNS["codes"]] > 0
                tally += [(ours & wanted).sum(), ours.sum(), wanted.sum()]
                units.append((window.units, tags))
            seen.append(Seen(number, sample, units))
    counts = told_counts(seen, dict.fromkeys(ROLES, 0.0), chains(network))
    f1 = {role: 2 * right / max(1, ours + gold) for role, (right, ours, gold) in counts.items()}
    f1["codes"] = 2 * tally[0] / max(1, tally[1] + tally[2])
    score = 0.5 * f1["codes"] + 0.5 * np.mean([f1[role] for role in counts])
    return float(score), " ".join(f"{name} {value:.3f}" for name, value in f1.items())


if __name__ == "__main__":
    main()
