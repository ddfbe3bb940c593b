# The outside judges behind one pipe: one JSON request per line on standard input, one answer per line on standard output.
# Requests: {"op": "versions"}, {"op": "own"}, {"op": "ids" | "patterns" | "validate" | "parse", "items": [...]}.
import importlib
import json
import sys
import types
from importlib.metadata import version

import stix2
from stix2patterns.validator import run_validator
from stix2validator import ValidationOptions, validate_parsed_json


def said(error):
    return (type(error).__name__ + ': ' + str(error)).replace('\n', ' ')[:300]


def identifier(observable):
    """The id that stix2 makes for an observable without one."""
    try:
        return stix2.parse(observable, allow_custom=False, version='2.1').id
    except Exception as error:
        return said(error)


def pattern(text):
    """None for a pattern that is valid, else the first thing wrong with it."""
    try:
        found = run_validator(text, stix_version='2.1')
        return found[0][:200] if found else None
    except Exception as error:
        return said(error)


OPTIONS = ValidationOptions(version='2.1')


def validated(bundle):
    """The validator's errors; none is an empty list."""
    try:
        results = validate_parsed_json(bundle, OPTIONS)
        results = results if isinstance(results, list) else [results]
        return [error.message[:300] for result in results for error in result.errors or []]
    except Exception as error:
        return [said(error)]


def parsed(content):
    """None where stix2 takes it without custom content, else why not."""
    try:
        stix2.parse(content, allow_custom=False, version='2.1')
        return None
    except Exception as error:
        return said(error)


def own_patterns(_=None):
    """The PASS and FAIL lists of stix2-patterns' own tests, without the test framework they import."""
    stub = types.ModuleType('pytest')
    stub.mark = types.SimpleNamespace(parametrize=lambda *_: lambda test: test)
    sys.modules.setdefault('pytest', stub)
    tests = importlib.import_module('stix2patterns.test.v21.test_validator')
    valid = list(tests.SPEC_CASES) + list(tests.PASS_CASES)
    invalid = [text for text, _ in tests.FAIL_CASES]
    for name in ('TIMESTAMP_PASS_CASES', 'TIMESTAMP_FAIL_CASES'):
        for case in getattr(tests, name, []):
            text = case if isinstance(case, str) else case[0]
            (valid if 'PASS' in name else invalid).append(text)
    return {'valid': valid, 'invalid': invalid}


OPS = {'ids': identifier, 'patterns': pattern, 'validate': validated, 'parse': parsed}


def answer(request):
    if request['op'] == 'versions':
        return {name: version(name) for name in ('stix2', 'stix2-validator', 'stix2-patterns')}
    if request['op'] == 'own':
        return own_patterns()
    return [OPS[request['op']](item) for item in request['items']]


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
