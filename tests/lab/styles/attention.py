"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("feed-forward", "class", r"""
import numpy as np
class FFN:
    def __init__(s,w): s.w=w
    def __call__(s,x):
        h=np.einsum("btd,df->btf",x,s.w["w_1"])+s.w["b_1"]
        h*=(h>0)
        return np.einsum("btf,fd->btd",h,s.w["w_2"])+s.w["b_2"]
def feed_forward(x, weights): return FFN(weights)(x)
"""),
    ("feed-forward", "torch functional f32", r"""
import torch, torch.nn.functional as F
def feed_forward(x, weights):
    w={k:torch.tensor(v,dtype=torch.float32) for k,v in weights.items()}
    return F.linear(F.relu(F.linear(torch.tensor(x,dtype=torch.float32),w["w_1"].T,w["b_1"])),w["w_2"].T,w["b_2"])
"""),
    ("feed-forward", "lists", r"""
def feed_forward(x, weights):
    w1,b1,w2,b2=(weights[k].tolist() for k in ("w_1","b_1","w_2","b_2"))
    def one(t):
        h=[max(0.0,sum(a*w1[i][j] for i,a in enumerate(t))+b1[j]) for j in range(len(b1))]
        return [sum(a*w2[i][j] for i,a in enumerate(h))+b2[j] for j in range(len(b2))]
    return [[one(t) for t in s] for s in x.tolist()]
"""),
    ("label-smoothing", "torch cross_entropy", r"""
import torch, torch.nn.functional as F
def label_smoothing_loss(logits, targets, epsilon=0.1, padding=0):
    l=torch.as_tensor(logits).reshape(-1,logits.shape[-1]); t=torch.as_tensor(targets).long().reshape(-1)
    return F.cross_entropy(l,t,ignore_index=padding,label_smoothing=epsilon)
"""),
    ("label-smoothing", "loops, math", r"""
import math
def label_smoothing_loss(logits, targets, epsilon=0.1, padding=0):
    tot=n=0
    for row,ts in zip(logits,targets):
        for l,t in zip(row,ts):
            if t==padding: continue
            m=max(l); z=m+math.log(sum(math.exp(v-m) for v in l)); lp=[v-z for v in l]
            tot-=(1-epsilon)*lp[t]+epsilon*sum(lp)/len(lp); n+=1
    return tot/n
"""),
    ("warm-up", "list comprehension", r"""
def learning_rate(steps, d_model=512, warmup_steps=4000):
    return [d_model**-.5*(s**-.5 if s>warmup_steps else s*warmup_steps**-1.5) for s in steps.tolist()]
"""),
    ("warm-up", "torch f32", r"""
import torch
def learning_rate(steps, d_model=512, warmup_steps=4000):
    s=torch.tensor(steps,dtype=torch.float32)
    return torch.minimum(s.rsqrt(), s/warmup_steps**1.5)/d_model**.5
"""),
    ("positions", "complex numbers", r"""
import numpy as np
def positional_encoding(length, d_model):
    w=np.exp(-np.log(10000.0)*np.arange(0,d_model,2)/d_model)
    z=np.exp(1j*np.outer(np.arange(length),w))
    return np.stack([z.imag,z.real],-1).reshape(length,d_model)
"""),
    ("positions", "lists", r"""
import math
def positional_encoding(length, d_model):
    return [[(math.sin if i%2==0 else math.cos)(p/10000**((i-i%2)/d_model)) for i in range(d_model)] for p in range(length)]
"""),
    ("scaled-dot-product", "torch sdpa", r"""
import torch
def attention(q,k,v,mask=None):
    q,k,v=map(torch.as_tensor,(q,k,v))
    s=torch.einsum("...qd,...kd->...qk",q,k)*q.shape[-1]**-.5
    if mask is not None: s=s.masked_fill(~torch.as_tensor(mask),float("-inf"))
    w=torch.nan_to_num(s.softmax(-1),nan=0.0)
    return w@v,w
"""),
    ("scaled-dot-product", "exp then mask", r"""
import numpy as np
def attention(q,k,v,mask=None):
    s=np.matmul(q,k.swapaxes(-1,-2)); s/=np.sqrt(k.shape[-1])
    allowed=np.ones_like(s,bool) if mask is None else np.broadcast_to(mask,s.shape)
    s=np.where(allowed,s,-1e300)
    s-=s.max(-1,keepdims=True)
    e=np.exp(s)*allowed
    t=e.sum(-1,keepdims=True)
    w=np.divide(e,t,out=np.zeros_like(e),where=t>0)
    return [w@v,w]
"""),
]
