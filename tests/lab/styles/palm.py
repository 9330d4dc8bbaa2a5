"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("z-loss", "autograd", r"""
import torch
def loss(logits, targets, coefficient):
    l=torch.tensor(logits,requires_grad=True); z=l.logsumexp(-1)
    v=torch.nn.functional.cross_entropy(l,torch.tensor(targets).long())+coefficient*(z**2).mean()
    v.backward()
    return {"loss":v,"gradient":l.grad}
"""),
    ("adafactor-step", "in place on copies", r"""
import numpy as np
def step(param, grad, m, v, at):
    r=min(.01,at**-.5); b=1-at**-.8
    v=v.copy(); v*=b; v+=(1-b)*(grad*grad+1e-30)
    m=m*.9+.1*grad/np.sqrt(v)
    return dict(param=param*(1-r*r)-r*max(1e-3,float(np.sqrt(np.mean(np.square(param)))))*m,m=m,v=v,rate=r)
"""),
]
