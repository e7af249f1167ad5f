"""Trains the adapter. Stops when its time is up or the development set gains no more; started again, it goes on where it was."""

import argparse
import json
import os
import time

import torch

import base
import batches
from model import Model


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def development(runs, writer):
    """Sequences by kind, each line alone with its names written."""
    kinds = {}
    for run in runs:
        for line in run["lines"]:
            kinds.setdefault(line["kind"], []).append(writer.sequence([line], line["names"]))
    return kinds


@torch.no_grad()
def losses(model, kinds, device, tokens=1536):
    """The mean over all lines, and by kind."""
    model.eval()
    sequences = [sequence for group in kinds.values() for sequence in group]
    names = [kind for kind, group in kinds.items() for _ in group]
    found = {kind: [0.0, 0] for kind in kinds}
    for batch in batches.batches(sequences, tokens):
        ids, wanted = batches.tensors(sequences, batch)
        _, single = model(ids.to(device), wanted.to(device))
        counts = (wanted >= 0).sum(1).tolist()[: len(batch[2])]
        for index, part in zip(batch[2], single.cpu().split(counts)):
            found[names[index]][0] += part.sum().item()
            found[names[index]][1] += len(part)
    model.train()
    mean = sum(t for t, _ in found.values()) / max(1, sum(c for _, c in found.values()))
    return mean, {kind: round(t / max(1, c), 3) for kind, (t, c) in found.items()}


def save(path, value):
    torch.save(value, path + ".new")
    os.replace(path + ".new", path)


def main():
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--model", default=base.GGUF)
    ask.add_argument("--state", default=base.STATE)
    ask.add_argument("--minutes", type=float, default=60, help="in all, over all starts; the rate falls to zero by then")
    ask.add_argument("--rank", type=int, default=32)
    ask.add_argument("--rate", type=float, default=1e-3)
    ask.add_argument("--dropout", type=float, default=0.05)
    ask.add_argument("--decay", type=float, default=0.05)
    ask.add_argument("--tokens", type=int, default=1536, help="of a step, padding counted")
    ask.add_argument("--every", type=float, default=10, help="minutes between checkpoints")
    ask.add_argument("--patience", type=int, default=4, help="checkpoints without gain")
    ask.add_argument("--anew", action="store_true", help="count the best from here on, after the pairs have changed")
    ask.add_argument("--steps", type=int, default=0, help="stop after so many, for trials")
    ask = ask.parse_args()
    torch.manual_seed(1)
    device = "cuda" if torch.cuda.is_available() else "cpu"

    tokenizer_place = os.path.join(ask.state, "tokenizer")
    if not os.path.exists(tokenizer_place):
        base.tokenizer(ask.model).save_pretrained(tokenizer_place)
    from transformers import AutoTokenizer

    writer = batches.Writer(AutoTokenizer.from_pretrained(tokenizer_place))
    train_runs = rows(os.path.join(ask.state, "train.jsonl"))
    kinds = development(rows(os.path.join(ask.state, "dev.jsonl")), writer)
    # Every token of the pairs in both languages, so that Chinese in an answer is learned to be wrong, and the most common others.
    shown = set(range(8000))
    # Line by line: in a run of lines the last ones may be cut off.
    for run in train_runs:
        for line in run["lines"]:
            for names in ({}, line["names"]):
                shown.update(writer.sequence([line], names)[0])
    for sequences in kinds.values():
        for ids, _ in sequences:
            shown.update(ids)
    model = Model(base.weights(ask.model), sorted(shown), ask.rank, dropout=ask.dropout).to(device)
    for pair in model.turns.values():
        for part in pair:
            part.data = part.data.to(device)
    parameters = list(model.parameters())
    grouped = [
        {"params": [p for n, p in model.named_parameters() if n.endswith(".a")], "weight_decay": ask.decay},
        {"params": [p for n, p in model.named_parameters() if ".b." in n], "weight_decay": ask.decay},
    ]
    optimizer = torch.optim.AdamW(grouped, lr=ask.rate, betas=(0.9, 0.98))

    state_place, best_place = os.path.join(ask.state, "state.pt"), os.path.join(ask.state, "best.pt")
    state = {"seconds": 0.0, "epoch": 0, "batch": 0, "step": 0, "best": float("inf"), "stale": 0}
    if os.path.exists(state_place):
        saved = torch.load(state_place, map_location=device)
        model.load_state_dict(saved["model"], strict=False)
        optimizer.load_state_dict(saved["optimizer"])
        state = saved["state"]
        if ask.anew:
            state |= {"best": float("inf"), "stale": 0}
    print(f"{len(shown)} tokens shown, {sum(p.numel() for p in parameters)} parameters, {device}, {state}", flush=True)
    log = open(os.path.join(ask.state, "log.jsonl"), "a")

    def checkpoint():
        mean, by_kind = losses(model, kinds, device)
        state["stale"] = 0 if mean < state["best"] - 0.001 else state["stale"] + 1
        if mean < state["best"]:
            state["best"] = mean
            save(best_place, {"adapter": model.adapter(), "rank": model.rank, "scale": model.scale, "loss": mean})
        save(state_place, {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "state": state})
        line = {"step": state["step"], "epoch": state["epoch"], "minutes": round(state["seconds"] / 60, 1), "dev": round(mean, 4)}
        print(json.dumps(line | by_kind), flush=True)
        log.write(json.dumps(line | by_kind) + "\n")
        log.flush()

    last_save = started = time.time()
    model.train()
    spent = state["seconds"]
    seen = total = count = 0
    while True:
        sequences = batches.epoch(train_runs, writer, 1000 + state["epoch"])
        order = batches.batches(sequences, ask.tokens, seed=state["epoch"])
        for number in range(state["batch"], len(order)):
            share = state["seconds"] / (60 * ask.minutes)
            if share >= 1 or state["stale"] >= ask.patience or (ask.steps and state["step"] >= ask.steps):
                checkpoint()
                return
            rate = ask.rate * min(1, (state["step"] + 1) / 30) * max(0.02, 1 - share)
            for group in optimizer.param_groups:
                group["lr"] = rate
            ids, wanted = batches.tensors(sequences, order[number])
            mean, single = model(ids.to(device), wanted.to(device))
            optimizer.zero_grad(set_to_none=True)
            mean.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            state["step"] += 1
            state["batch"] = number + 1
            state["seconds"] = spent + time.time() - started
            seen += ids.numel()
            total += single.detach().sum().item()
            count += single.numel()
            if state["step"] % 10 == 0:
                pace = seen / (time.time() - started)
                print(f"step {state['step']} epoch {state['epoch']} loss {total / count:.3f} rate {rate:.1e} {pace:.0f} tokens/s", flush=True)
                total = count = 0
            if time.time() - last_save > 60 * ask.every:
                checkpoint()
                last_save = time.time()
        state["epoch"] += 1
        state["batch"] = 0


if __name__ == "__main__":
    main()
