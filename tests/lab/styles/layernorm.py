"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("forward", "einsum", r"""
import numpy as np
def layer_norm(a, gain, bias, epsilon=1e-5):
    n=a.shape[-1]; c=a-np.einsum("...i->...",a)[...,None]/n
    return c*(np.einsum("...i,...i->...",c,c)/n+epsilon)[...,None]**-.5*gain+bias
"""),
    ("forward", "torch f32", r"""
import torch
def layer_norm(a, gain, bias, epsilon=1e-5):
    f=lambda x: torch.tensor(x,dtype=torch.float32)
    return torch.nn.functional.layer_norm(f(a),(a.shape[-1],),f(gain),f(bias),epsilon)
"""),
    ("backward", "autograd", r"""
import torch
def layer_norm_backward(d_y,a,gain,epsilon=1e-5):
    a=torch.tensor(a,requires_grad=True); g=torch.tensor(gain,requires_grad=True); b=torch.zeros(a.shape[-1],dtype=a.dtype,requires_grad=True)
    torch.nn.functional.layer_norm(a,(a.shape[-1],),g,b,epsilon).backward(torch.tensor(d_y))
    return a.grad,g.grad,b.grad
"""),
    ("backward", "jacobian", r"""
import numpy as np
def layer_norm_backward(d_y,a,gain,epsilon=1e-5):
    H=a.shape[-1]; A=a.reshape(-1,H); D=d_y.reshape(-1,H); out=[]; dg=np.zeros(H); db=np.zeros(H)
    for x,d in zip(A,D):
        c=x-x.mean(); s=np.sqrt(np.dot(c,c)/H+epsilon); n=c/s
        J=(np.eye(H)-1/H-np.outer(n,n)/H)/s
        out.append(J@(d*gain)); dg+=d*n; db+=d
    return np.array(out).reshape(a.shape),dg,db
"""),
    ("batch-and-layer", "std", r"""
import numpy as np
def normalization_statistics(a, epsilon=1e-5):
    r={}
    for n,ax in (("batch",0),("layer",-1)):
        m=np.mean(a,ax); s=np.std(a,ax)
        r[n+"_mean"],r[n+"_deviation"]=m,s
        r[n+"_normalized"]=(a-np.expand_dims(m,ax))/np.sqrt(np.expand_dims(s,ax)**2+epsilon)
    return r
"""),
    ("invariances", "branches", r"""
import numpy as np
def normalized_linear(x, weights, gain, bias, method):
    if method=="weight":
        return x@(weights/np.linalg.norm(weights,axis=1,keepdims=True)).T*gain+bias
    a=np.einsum("bi,ui->bu",x,weights); ax=0 if method=="batch" else 1
    return (a-a.mean(ax,keepdims=True))/a.std(ax,keepdims=True)*gain+bias
"""),
]
