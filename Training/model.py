"""Gemma 3 (text) with LoRA on all projections, written out so that one step on a CPU does nothing needless."""

import math

import torch
import torch.nn.functional as F
from torch import nn

LAYERS, WIDTH, HEADS, HEAD, INNER, EPSILON = 18, 640, 4, 256, 2048, 1e-6
SHAPES = {  # name in GGUF: (in, out)
    "attn_q": (WIDTH, HEADS * HEAD),
    "attn_k": (WIDTH, HEAD),
    "attn_v": (WIDTH, HEAD),
    "attn_output": (HEADS * HEAD, WIDTH),
    "ffn_gate": (WIDTH, INNER),
    "ffn_up": (WIDTH, INNER),
    "ffn_down": (INNER, WIDTH),
}
GROUPS = [("attn_q", "attn_k", "attn_v"), ("attn_output",), ("ffn_gate", "ffn_up"), ("ffn_down",)]


class Projections(nn.Module):
    """Frozen matrices that share their input, and a low-rank pair beside each. They are multiplied as one."""

    def __init__(self, weights, names, rank, scale, dropout):
        super().__init__()
        self.names, self.rank, self.scale, self.dropout = names, rank, scale, dropout
        self.sizes = [SHAPES[name][1] for name in names]
        self.register_buffer("frozen", torch.cat(weights), persistent=False)
        inner = SHAPES[names[0]][0]
        bound = 1 / math.sqrt(inner)
        self.a = nn.Parameter(torch.empty(rank * len(names), inner).uniform_(-bound, bound))
        self.b = nn.ParameterList([nn.Parameter(torch.zeros(size, rank)) for size in self.sizes])

    def forward(self, x):
        whole = F.linear(x, self.frozen).split(self.sizes, -1)
        # Dropped out where it is narrow: a mask over the input would take a sixth of a step.
        low = F.dropout(F.linear(x, self.a.to(x.dtype)) * self.scale, self.dropout, self.training)
        low = low.split(self.rank, -1)
        return [w + F.linear(l, b.to(x.dtype)) for w, l, b in zip(whole, low, self.b)]


class Layer(nn.Module):
    def __init__(self, weights, index, rank, scale, dropout):
        super().__init__()
        get = lambda name: weights[f"blk.{index}.{name}.weight"]
        self.groups = nn.ModuleList(
            [Projections([get(n) for n in names], names, rank, scale, dropout) for names in GROUPS]
        )
        for name in ("attn_norm", "attn_q_norm", "attn_k_norm", "post_attention_norm", "ffn_norm", "post_ffw_norm"):
            self.register_buffer(name, get(name), persistent=False)
        self.is_global = index % 6 == 5

    def forward(self, x, turns):
        count, length, _ = x.shape
        turn = turns[self.is_global]
        q, k, v = self.groups[0](norm(x, self.attn_norm))
        q = rotate(norm(q.view(count, length, HEADS, HEAD), self.attn_q_norm), turn).transpose(1, 2)
        k = rotate(norm(k.view(count, length, 1, HEAD), self.attn_k_norm), turn).transpose(1, 2)
        v = v.view(count, length, 1, HEAD).transpose(1, 2)
        shape = (count, HEADS, length, HEAD)
        # Texts are far shorter than the sliding window of 512, so all layers see everything before them.
        seen = F.scaled_dot_product_attention(q, k.expand(shape), v.expand(shape), is_causal=True, scale=HEAD**-0.5)
        (out,) = self.groups[1](seen.transpose(1, 2).reshape(count, length, HEADS * HEAD))
        x = x + norm(out, self.post_attention_norm)
        gate, up = self.groups[2](norm(x, self.ffn_norm))
        (down,) = self.groups[3](F.gelu(gate, approximate="tanh") * up)
        return x + norm(down, self.post_ffw_norm)


def norm(x, weight):
    # The GGUF holds 1 + w already.
    return F.rms_norm(x, (x.shape[-1],), weight, EPSILON)


def rotate(x, turn):
    cos, sin = (part[: x.shape[1]].to(x.dtype) for part in turn)
    first, second = x.chunk(2, -1)
    return torch.cat((first * cos - second * sin, second * cos + first * sin), -1)


def turns_for(longest):
    def turn(base):
        angles = torch.outer(torch.arange(longest).float(), base ** (-torch.arange(0, HEAD, 2).float() / HEAD))
        return angles.cos()[:, None, :], angles.sin()[:, None, :]

    return {False: turn(10_000.0), True: turn(1_000_000.0)}


class Model(nn.Module):
    """`shown` are the ids of the tokens that may be said: the softmax goes over them alone, which saves most of its cost."""

    def __init__(self, weights, shown, rank=32, scale=1.0, dropout=0.0, longest=512):
        super().__init__()
        self.rank, self.scale = rank, scale
        self.layers = nn.ModuleList([Layer(weights, i, rank, scale, dropout) for i in range(LAYERS)])
        table = weights["token_embd.weight"]
        self.register_buffer("table", table, persistent=False)
        self.register_buffer("shown", table[shown].contiguous(), persistent=False)
        self.register_buffer("last_norm", weights["output_norm.weight"], persistent=False)
        self.turns = turns_for(longest)
        place = torch.full((table.shape[0],), -1, dtype=torch.long)
        place[shown] = torch.arange(len(shown))
        self.register_buffer("place", place, persistent=False)

    def forward(self, ids, wanted):
        """The mean loss at the places where `wanted` holds a token, -1 elsewhere, and the losses one by one."""
        x = F.embedding(ids, self.table) * math.sqrt(WIDTH)
        for layer in self.layers:
            x = layer(x, self.turns)
        (at,) = (wanted.flatten() >= 0).nonzero(as_tuple=True)
        # A multiple of 256, the first place again and again where it is none: few shapes, see `LENGTHS`.
        spare = -len(at) % 256
        taken = torch.cat((at, at[:1].expand(spare)))
        logits = F.linear(norm(x.flatten(0, 1)[taken], self.last_norm), self.shown)[: len(at)]
        losses = F.cross_entropy(logits.float(), self.place[wanted.flatten()[at]], reduction="none")
        return losses.mean(), losses

    def adapter(self):
        """Parameters by GGUF name: `blk.0.attn_q.weight.lora_a` is rank × in, `lora_b` out × rank."""
        found = {}
        for index, layer in enumerate(self.layers):
            for group in layer.groups:
                for place, name in enumerate(group.names):
                    a = group.a.detach()[place * self.rank : (place + 1) * self.rank]
                    found[f"blk.{index}.{name}.weight.lora_a"] = a
                    found[f"blk.{index}.{name}.weight.lora_b"] = group.b[place].detach()
        return found
