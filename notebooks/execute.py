"""Executes a notebook from top to bottom: execute.py NOTEBOOK RESULT.

The kernel is asked once it is up. The one for Java does not bear a question before: the thread that answers dies of it.
"""

import asyncio
import pathlib
import socket
import sys
import tempfile
import time

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

STARTS, PATIENCE, SETTLE = 4, 60, 2


def is_open(port):
    try:
        socket.create_connection(('127.0.0.1', port), 1).close()
        return True
    except OSError:
        return False


async def execute(source, result, said, settle):
    notebook = nbformat.read(source, as_version=4)
    kernel = AsyncKernelManager(kernel_name=notebook.metadata.kernelspec.name)
    await kernel.start_kernel(cwd=source.parent, stdout=said, stderr=said)
    try:
        ports = [kernel.shell_port, kernel.iopub_port, kernel.stdin_port, kernel.control_port, kernel.hb_port]
        end = time.monotonic() + PATIENCE
        while not all(map(is_open, ports)) and time.monotonic() < end:
            await asyncio.sleep(0.1)
        # Its ports are open before it is ready, and it does not say when it is.
        await asyncio.sleep(settle)
        await NotebookClient(notebook, km=kernel, startup_timeout=PATIENCE, timeout=600).async_execute()
    finally:
        await kernel.shutdown_kernel(now=True)
    result.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, result)


source, result = map(pathlib.Path, sys.argv[1:])
for start in range(1, STARTS + 1):
    # What a kernel itself says is of use where it fails.
    with tempfile.TemporaryFile(mode='w+') as said:
        try:
            # On a busy machine it takes longer than anybody knows: each time it is given more.
            asyncio.run(execute(source, result, said, SETTLE * start**2))
            break
        except Exception as failure:
            said.seek(0)
            print(said.read(), file=sys.stderr)
            if start == STARTS or "Kernel didn't respond" not in str(failure):
                raise
            print(f'{source.name}: {failure}; once more', file=sys.stderr)
