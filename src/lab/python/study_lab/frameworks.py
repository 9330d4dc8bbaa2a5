"""What an exception of a framework means to someone who meets it for the first time."""
from __future__ import annotations

import re

AS_TENSOR = "torch.as_tensor(x, dtype=torch.float32)"
# A pattern of the exception's text, and what to do about it.
ADVICE = (
    (r"must be Tensor, not|expected Tensor as|numpy\.ndarray' object has no attribute '(unsqueeze|masked_fill|view|size|dim|softmax|"
     r"contiguous|permute|device|to|float|matmul|expand|detach|clone|backward|norm|pow|exp|log|relu|tril|scatter|gather)'|"
     r"unsupported operand type.*'(numpy\.ndarray|Tensor)' and '(numpy\.ndarray|Tensor)'|Tensor.* has no attribute 'astype'|"
     r"Concatenation operation is not implemented for NumPy arrays",
     f"The arguments are NumPy arrays, and PyTorch takes tensors: begin with x = {AS_TENSOR} for each array."),
    (r"must have the same dtype|(same dtype|expected scalar type|data type|dtype).*([Dd]ouble|[Ff]loat)|([Dd]ouble|[Ff]loat)\b.*(!=|but (got|found)).*([Dd]ouble|[Ff]loat)",
     f"The arguments are float64 and PyTorch's own weights float32: bring both to one type, x = {AS_TENSOR}."),
    (r"one_hot is only applicable to index tensor|tensors used as indices must be|Expected tensor for argument #1 'indices'",
     "Indices are whole numbers: torch.as_tensor(ids, dtype=torch.long)."),
    (r"requires grad\. Use tensor\.detach|Can't call numpy\(\) on Tensor that requires grad",
     "Return the tensor itself, or x.detach().numpy()."),
    (r"^EOF when reading a line", "Nobody types during a check: take all input from the arguments."),
)


def advice_on(text, where):
    """" " and a sentence for an exception's text, or nothing. where: its trace, the last line of which may tell more."""
    if re.search(r"'int' object is not callable", text) and where and ".size(" in where[-1]["text"]:
        return " " + ADVICE[0][1]
    return next((" " + advice for pattern, advice in ADVICE if re.search(pattern, text)), "")
