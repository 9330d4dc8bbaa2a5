"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("bpe-decode", "loop", r"""
def decode(ids, merges):
    out=bytearray()
    for i in ids:
        i=int(i)
        if i<256: out.append(i)
        else: out+=merges[i-256][0]; out+=merges[i-256][1]
    return bytes(out),out.decode(errors="replace")
"""),
    ("bpe-encode", "index list", r"""
import re
def encode(text, pattern, merges):
    rank={p:i for i,p in enumerate(merges)}; ids=[]
    for w in re.findall(pattern,text):
        s=[bytes([b]) for b in w.encode()]
        while len(s)>1:
            r,i=min((rank.get((s[i],s[i+1]),10**9),i) for i in range(len(s)-1))
            if r==10**9: break
            a,b=merges[r]; j=0; t=[]
            while j<len(s):
                if j+1<len(s) and s[j]==a and s[j+1]==b: t.append(a+b); j+=2
                else: t.append(s[j]); j+=1
            s=t
        for x in s: ids.append(x[0] if len(x)==1 else 256+max(i for i,(a,b) in enumerate(merges) if a+b==x))
    return ids
"""),
    ("initialization", "torch-like", r"""
import numpy as np
def initialize(vocabulary, context, width, layers, rng):
    n=lambda *s,k=1.0: rng.standard_normal(s)*.02*k
    r=(2*layers)**-.5; one=lambda k: np.full(k,1.0); z=np.zeros
    return dict(token_embedding=n(vocabulary,width),position_embedding=n(context,width),ln_f_gain=one(width),ln_f_bias=z(width),
      blocks=[dict(ln_1_gain=one(width),ln_2_gain=one(width),ln_1_bias=z(width),ln_2_bias=z(width),qkv_weight=n(width,3*width),fc_weight=n(width,4*width),
        out_weight=n(width,width,k=r),proj_weight=n(4*width,width,k=r),qkv_bias=z(3*width),fc_bias=z(4*width),out_bias=z(width),proj_bias=z(width)) for _ in range(layers)])
"""),
    ("pre-ln-block", "torch F", r"""
import torch, torch.nn.functional as F
def pre_ln_block(x, weights, heads):
    w={k:torch.tensor(v) for k,v in weights.items()}; x=torch.tensor(x); b,t,d=x.shape
    h=F.layer_norm(x,(d,),w["ln_1_gain"],w["ln_1_bias"])
    q,k,v=(y.view(b,t,heads,d//heads).transpose(1,2) for y in (h@w["qkv_weight"]+w["qkv_bias"]).chunk(3,-1))
    s=(q@k.transpose(-1,-2)/(d//heads)**.5).masked_fill(torch.ones(t,t).triu(1).bool(),-1e9).softmax(-1)
    x=x+((s@v).transpose(1,2).reshape(b,t,d)@w["out_weight"]+w["out_bias"])
    h=F.layer_norm(x,(d,),w["ln_2_gain"],w["ln_2_bias"])@w["fc_weight"]+w["fc_bias"]
    g=.5*h*(1+torch.tanh((2/torch.pi)**.5*(h+.044715*h.pow(3))))
    return x+(g@w["proj_weight"]+w["proj_bias"])
"""),
    ("bpe-train", "plain lists", r"""
import re
def train_bpe(text, pattern, merges):
    ws=[[bytes([b]) for b in w.encode("utf8")] for w in re.findall(pattern,text)]; out=[]
    for _ in range(merges):
        n={}
        for w in ws:
            for i in range(len(w)-1): n[w[i],w[i+1]]=n.get((w[i],w[i+1]),0)+1
        if not n: break
        top=max(n.values()); p=next(k for k in n if n[k]==top); out.append(p)
        for w in ws:
            i=0
            while i<len(w)-1:
                if (w[i],w[i+1])==p: w[i:i+2]=[p[0]+p[1]]
                i+=1
    return out
"""),
]
