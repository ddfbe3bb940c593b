# Helm's own linter and renderer (its Go SDK behind a C interface) on one chart: LIBRARY CHART, and on standard input a list
# of values, each an object. Prints for each the linter's findings and the rendered chart, or the error. Needs no cluster.
import ctypes
import json
import sys

library, chart = sys.argv[1:]
helm = ctypes.CDLL(library)
for name in ("helm_chart_load", "helm_render", "helm_lint_run_opts"):
    getattr(helm, name).restype = ctypes.c_int32
helm.helm_free_string.argtypes = [ctypes.c_void_p]
helm.helm_free_string.restype = None


def owned(text):
    """The text, which is freed where it was made."""
    if not text.value:
        return ""
    value = ctypes.string_at(text.value).decode()
    helm.helm_free_string(text)
    return value


def ask(function, *arguments):
    out, error = ctypes.c_void_p(), ctypes.c_void_p()
    code = function(*arguments, ctypes.byref(out), ctypes.byref(error))
    detail, answer = owned(error), owned(out)
    if code != 0:
        raise RuntimeError(detail)
    return json.loads(answer)


def judged(values):
    text = json.dumps(values).encode()
    try:
        linted = ask(helm.helm_lint_run_opts, chart.encode(), text, json.dumps({"strict": True}).encode())
        handle, error = ctypes.c_uint64(), ctypes.c_void_p()
        if helm.helm_chart_load(chart.encode(), ctypes.byref(handle), ctypes.byref(error)) != 0:
            raise RuntimeError(owned(error))
        options = json.dumps({"name": "bell", "namespace": "tocsin"}).encode()
        files = ask(helm.helm_render, handle, text, options)
        return {"linted": linted, "files": files, "error": None}
    except RuntimeError as error:
        return {"linted": None, "files": {}, "error": str(error)}


print(json.dumps([judged(values) for values in json.load(sys.stdin)]))
