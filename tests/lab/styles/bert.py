"""Right solutions in other styles, as (exercise, style, code)."""
STYLES = [
    ("embeddings", "one-hot", r"""
import numpy as np
def input_embeddings(token_ids, segment_ids, weights, epsilon=1e-12):
    e=np.eye(len(weights["token"]))[token_ids]@weights["token"]
    e+=np.eye(2)[segment_ids]@weights["segment"]; e+=weights["position"][:e.shape[1]]
    e-=e.mean(2,keepdims=True); e/=np.sqrt(e.var(2,keepdims=True)+epsilon)
    e*=weights["gain"]; e+=weights["bias"]
    return e
"""),
    ("masking", "loops", r"""
import numpy as np
def mask_tokens(token_ids, special_ids, mask_id, vocabulary_size, rng, rate=0.15):
    x=token_ids.copy(); c=np.zeros(x.shape,bool)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            if x[i,j] in special_ids or rng.random()>=rate: continue
            c[i,j]=True; u=rng.random()
            if u<.8: x[i,j]=mask_id
            elif u<.9: x[i,j]=rng.integers(vocabulary_size)
    return x,c
"""),
    ("word-piece", "recursion", r"""
def word_pieces(text, vocabulary, unknown="[UNK]", max_characters=100):
    ids={p:i for i,p in enumerate(vocabulary)}
    def cut(w,first=True):
        if not w: return []
        for n in range(len(w),0,-1):
            p=("" if first else "##")+w[:n]
            if p in ids:
                rest=cut(w[n:],False)
                return None if rest is None else [p]+rest
        return None
    out=[]
    for w in text.split():
        got=cut(w) if len(w)<=max_characters else None
        out+= got if got else [unknown]
    return out,[ids[p] for p in out]
"""),
    ("next-sentence-pairs", "choice", r"""
import numpy as np
def next_sentence_pair(documents, document, sentence, cls_id, sep_id, max_length, rng):
    a=list(documents[document][sentence]); nxt=rng.integers(2)==1
    if nxt: b=list(documents[document][sentence+1])
    else:
        d=rng.choice([i for i in range(len(documents)) if i!=document]); b=list(documents[d][rng.integers(len(documents[d]))])
    while len(a)+len(b)+3>max_length: (a if len(a)>len(b) else b).pop()
    return np.array([cls_id]+a+[sep_id]+b+[sep_id]),np.array([0]*(len(a)+2)+[1]*(len(b)+1)),nxt
"""),
    ("encoder", "head loops", r"""
import numpy as np
from math import erf
def encoder(x, mask, weights, heads):
    def ln(a,g,b): 
        a=a-a.mean(-1,keepdims=True); return a/np.sqrt((a*a).mean(-1,keepdims=True)+1e-12)*g+b
    E=np.frompyfunc(erf,1,1)
    for L in range(len(weights["query"])):
        W={k:v[L] for k,v in weights.items()}; Q,K,V=(x@W[n]+W[n+"_bias"] for n in ("query","key","value")); d=Q.shape[-1]//heads; outs=[]
        for h in range(heads):
            sl=slice(h*d,(h+1)*d); s=np.einsum("bqd,bkd->bqk",Q[...,sl],K[...,sl])/np.sqrt(d)
            s=np.where(mask[:,None,:]==1,s,-1e30); s=np.exp(s-s.max(-1,keepdims=True)); s/=s.sum(-1,keepdims=True); outs.append(s@V[...,sl])
        x=ln(x+np.concatenate(outs,-1)@W["output"]+W["output_bias"],W["attention_gain"],W["attention_bias"])
        u=x@W["inner"]+W["inner_bias"]; u=u*.5*(1+E(u/2**.5).astype(float))
        x=ln(x+u@W["outer"]+W["outer_bias"],W["final_gain"],W["final_bias"])
    return x
"""),
]
