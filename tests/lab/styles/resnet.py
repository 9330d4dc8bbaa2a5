"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("batch-norm", "torch", r"""
import torch
def batch_norm(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    m,v=torch.tensor(running_mean),torch.tensor(running_variance)
    y=torch.nn.functional.batch_norm(torch.tensor(x),m,v,torch.tensor(gain),torch.tensor(bias),bool(training),momentum,epsilon)
    return y,m,v
"""),
    ("batch-norm", "reshape", r"""
import numpy as np
def batch_norm(x, gain, bias, running_mean, running_variance, training, momentum=0.1, epsilon=1e-5):
    f=np.moveaxis(x,1,-1); s=f.shape; f=f.reshape(-1,s[-1])
    m,v=running_mean,running_variance
    if training:
        m,v=f.mean(0),f.var(0)
        running_mean=running_mean+momentum*(m-running_mean)
        running_variance=running_variance+momentum*(f.var(0,ddof=1)-running_variance)
    y=(f-m)/np.sqrt(v+epsilon)*gain+bias
    return np.moveaxis(y.reshape(s),-1,1),running_mean,running_variance
"""),
    ("parameter-count", "formula", r"""
def parameter_count(depth, width=16, classes=10, option="A"):
    n=(depth-2)//6; w=width; ws=[w,2*w,4*w]; ins=[w,w,2*w]
    conv=27*w+sum(9*i*o+9*o*o*(2*n-1) for i,o in zip(ins,ws)); norm=2*w+sum(4*n*o for o in ws)
    sc={"A":0,"B":sum(i*o+2*o for i,o in zip(ins[1:],ws[1:])),"C":sum(i*o+2*o+(n-1)*(o*o+2*o) for i,o in zip(ins,ws))}[option]
    lin=(4*w+1)*classes
    return {"convolutions":conv,"normalizations":norm,"shortcuts":sc,"linear":lin,"total":conv+norm+sc+lin}
"""),
    ("gradient-flow", "autograd", r"""
import torch
def gradient_norms(x, first, second, d_output, shortcuts=True):
    F=torch.tensor(first,requires_grad=True); S=torch.tensor(second,requires_grad=True)
    h=torch.tensor(x,requires_grad=True); hs=[h]
    for a,b in zip(F,S):
        z=torch.relu(h@a.T)@b.T
        h=torch.relu(z+h if shortcuts else z); h.retain_grad(); hs.append(h)
    h.backward(torch.tensor(d_output))
    return {"states":[float(v.grad.norm()) for v in hs],"first":[float(v.norm()) for v in F.grad],"second":[float(v.norm()) for v in S.grad]}
"""),
    ("bottleneck", "torch", r"""
import torch, torch.nn.functional as F
def bottleneck_block(x, weights, stride=1):
    w={k:torch.tensor(v) for k,v in weights.items()}; x=torch.tensor(x)
    def cb(y,n,s=1):
        k=w[n+"_conv"]; return F.batch_norm(F.conv2d(y,k,stride=s,padding=k.shape[-1]//2),w[n+"_mean"],w[n+"_variance"],w[n+"_gain"],w[n+"_bias"])
    y=cb(F.relu(cb(F.relu(cb(x,"reduce",stride)),"middle")),"restore")
    return F.relu(y+(cb(x,"projection",stride) if "projection_conv" in w else x))
"""),
]
