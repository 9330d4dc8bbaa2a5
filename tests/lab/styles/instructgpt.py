"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("advantages", "double sum", r"""
import numpy as np
def advantages(rewards, values, mask, gamma, lam):
    A=np.zeros(rewards.shape); R=np.zeros(rewards.shape)
    for b in range(len(rewards)):
        n=int(np.sum(mask[b]))
        d=[rewards[b,t]+(gamma*values[b,t+1] if t+1<n else 0)-values[b,t] for t in range(n)]
        for t in range(n):
            A[b,t]=sum((gamma*lam)**(k-t)*d[k] for k in range(t,n)); R[b,t]=A[b,t]+values[b,t]
    return A,R
"""),
    ("reward-loss", "autograd loops", r"""
import torch, itertools
def reward_loss(rewards, ranks):
    r=torch.tensor(rewards,requires_grad=True); ls=[]
    for x,k in zip(r,ranks):
        t=[-torch.nn.functional.logsigmoid(x[i]-x[j]) for i,j in itertools.permutations(range(len(k)),2) if k[i]<k[j]]
        ls.append(torch.stack(t).mean() if t else x.sum()*0)
    l=torch.stack(ls).mean(); l.backward()
    return l,r.grad
"""),
]
