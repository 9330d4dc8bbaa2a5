"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("swiglu", "torch silu f32", r"""
import torch
def swiglu(x, gate, up, down):
    x,gate,up,down=(torch.tensor(v,dtype=torch.float32) for v in (x,gate,up,down))
    return (torch.nn.functional.silu(x@gate)*(x@up))@down
"""),
    ("swiglu", "tanh identity", r"""
import numpy as np
def swiglu(x, gate, up, down):
    g=np.dot(x,gate); g*=0.5*(1+np.tanh(g/2)); g*=np.dot(x,up)
    return np.einsum("...i,iw->...w",g,down)
"""),
    ("adamw-step", "torch AdamW pieces", r"""
import numpy as np, math
def adamw_step(params, grads, m, v, at, peak, warmup, total):
    r=peak*at/warmup if at<warmup else peak*.1+.45*peak*(1+math.cos(math.pi*(at-warmup)/(total-warmup)))
    n=np.linalg.norm(np.concatenate([g.ravel() for g in grads])); c=min(1,1/n) if n>0 else 1
    P,M,V=[],[],[]
    for p,g,a,b in zip(params,grads,m,v):
        g=g*c; a=a+.1*(g-a); b=b+.05*(g*g-b)
        p=p*(1-r*.1); p=p-r*(a/(1-.9**at))/(np.sqrt(b/(1-.95**at))+1e-8)
        P.append(p);M.append(a);V.append(b)
    return {"params":tuple(P),"m":M,"v":V,"rate":np.float32(r) if False else r}
"""),
    ("rope-cache", "complex", r"""
import numpy as np
def attend_cached(q,k,v,cache,theta):
    P,N,d=cache.shape[3],q.shape[2],q.shape[3]; h=d//2
    f=theta**(-np.arange(h)*2/d); z=np.exp(1j*np.outer(np.arange(P,P+N),f))
    def turn(x):
        y=(x[...,:h]+1j*x[...,h:])*z
        return np.concatenate([y.real,y.imag],-1)
    K=np.concatenate([cache[0],turn(k)],2); V=np.concatenate([cache[1],v],2)
    s=np.einsum("bhqd,bhkd->bhqk",turn(q),K)/d**.5
    s+=np.triu(np.full((N,P+N),-np.inf),P+1)
    s=np.exp(s-s.max(-1,keepdims=True)); s/=s.sum(-1,keepdims=True)
    return s@V,np.array([K,V])
"""),
]
