"""The original way: open, convert, save in the same format, base64. A line of JSON in, a line of JSON out."""

import base64
import io
import json
import sys
import time

from PIL import Image


def encode(path):
    picture = Image.open(path).convert("RGB")
    buffer = io.BytesIO()
    picture.save(buffer, format="PNG" if path.lower().endswith(".png") else "JPEG")
    return buffer.getvalue(), base64.b64encode(buffer.getvalue()).decode()


print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    question = json.loads(line)
    times = []
    processor = []
    data = b""
    for _ in range(question["times"]):
        started, used = time.perf_counter(), time.process_time()
        data, _text = encode(question["file"])
        times.append((time.perf_counter() - started) * 1000)
        processor.append((time.process_time() - used) * 1000)
    if "output" in question:
        with open(question["output"], "wb") as file:
            file.write(data)
    print(json.dumps({"milliseconds": times, "processor": processor, "bytes": len(data)}), flush=True)
