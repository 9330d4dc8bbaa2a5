"""The learning rate as PyTorch's LambdaLR gives it to an optimizer; the schedule is entered anew at each step that is asked."""
import torch


def learning_rate(steps, d_model=512, warmup_steps=4000):
    """steps: (count,). Returns a tensor (count,)."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=(d_model * warmup_steps) ** -0.5)

    def factor(step):
        return min(step / warmup_steps, (warmup_steps / step) ** 0.5) if step else 0.0

    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, factor)
    # A schedule may be entered anywhere: what comes next depends on the last step alone.
    rates = []
    for step in steps.tolist():
        schedule.last_epoch = step - 1
        optimizer.step()
        schedule.step()
        rates.append(schedule.get_last_lr()[0])
    return torch.tensor(rates, dtype=torch.float64)
