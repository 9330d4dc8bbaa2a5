"""ResNet for CIFAR-10 image by image, with convolutions as loops over the places of the kernel."""
import math

import numpy as np


def convolve(image, kernel, stride):
    """image: (channels, height, width); kernel: (filters, channels, 3, 3). Returns (filters, rows, columns)."""
    _, height, width = image.shape
    rows, columns = math.ceil(height / stride), math.ceil(width / stride)
    out = np.zeros((len(kernel), rows, columns))
    for i in range(3):
        for j in range(3):
            for row in range(rows):
                for column in range(columns):
                    y, z = row * stride + i - 1, column * stride + j - 1
                    if 0 <= y < height and 0 <= z < width:
                        out[:, row, column] += kernel[:, :, i, j] @ image[:, y, z]
    return out


def layer(image, weights, name, stride=1):
    """image: (channels, height, width). Returns (filters, rows, columns)."""
    out = convolve(image, weights[name + "_conv"], stride)
    for f in range(len(out)):
        deviation = math.sqrt(weights[name + "_variance"][f] + 1e-5)
        hat = (out[f] - weights[name + "_mean"][f]) / deviation
        out[f] = weights[name + "_gain"][f] * hat + weights[name + "_bias"][f]
    return out


def resnet(images, weights, blocks=3):
    """images: (batch, 3, height, width). Returns the scores (batch, classes)."""
    scores = []
    for image in images:
        x = layer(image, weights, "stem")
        x[x < 0] = 0
        for s in range(1, 4):
            for b in range(1, blocks + 1):
                stride = 2 if b == 1 and s != 1 else 1
                hidden = layer(x, weights, f"stage{s}_block{b}_1", stride)
                hidden[hidden < 0] = 0
                out = layer(hidden, weights, f"stage{s}_block{b}_2")
                out[: len(x)] += x[:, ::stride, ::stride]
                out[out < 0] = 0
                x = out
        pooled = [maps.sum() / maps.size for maps in x]
        scores.append([row @ pooled + b for row, b in zip(weights["linear"], weights["linear_bias"])])
    return np.array(scores)
