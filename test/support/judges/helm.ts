// Helm and the Kubernetes schemas as judges of the chart, without a cluster or a helm binary.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parseAllDocuments } from 'yaml';
import { fetchedFile, type WheelFile } from './fetched.ts';

/** Helm's Go SDK 4.2.3 behind a C interface, as the package helm-python-sdk ships it. */
const LIBRARY: WheelFile = {
  project: 'helm-python-sdk',
  version: '0.2.2',
  sha256: '28cc13abaf134c3a7e37f070c939be8d9cdc9825c3c8b8b2d35161073bcd4578',
  member: 'helm_python/lib/libhelm_c.so',
  name: 'libhelm_c.so',
  bytes: 74_972_514,
  pip: ['--platform', 'manylinux_2_28_x86_64', '--python-version', '3.11'],
};

/** The definitions of the Kubernetes API as JSON schemas, unknown fields refused, as kubernetes-validate ships them. */
const schemasOf = (kubernetes: string): WheelFile => ({
  project: 'kubernetes-validate',
  version: '1.37.0',
  sha256: '85136d018a27b50ec7fc049d902bfa5193f5976807e6c0f408e3ab6fe078cad9',
  member: `kubernetes_validate/kubernetes-json-schema/v${kubernetes}-local-strict/_definitions.json`,
  name: `kubernetes-${kubernetes}.json`,
  bytes: 22_560_767,
  pip: ['--python-version', '3.11'],
});

export type Manifest = {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  // biome-ignore lint/suspicious/noExplicitAny: a test reads the manifest, whatever its shape
  readonly [part: string]: any;
};

export type Judged = {
  /** The linter's findings without those of level information; null with an error. */
  readonly findings: readonly string[] | null;
  readonly manifests: readonly Manifest[];
  readonly error: string | null;
};

type Answer = {
  readonly linted: {
    readonly messages: readonly { severity: number; path: string; error: string }[];
    readonly errors: readonly string[];
  } | null;
  readonly files: Readonly<Record<string, string>>;
  readonly error: string | null;
};

const INFORMATION = 1;

/** The chart linted strictly and rendered, once for each set of values. */
export const judgeChart = async (chart: string, values: readonly object[]): Promise<Judged[]> => {
  const library = await fetchedFile(LIBRARY);
  const script = path.join(import.meta.dirname, 'helm.py');
  const done = spawnSync('python3', [script, library, chart], {
    input: JSON.stringify(values),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(`python3 helm.py: ${done.error?.message ?? done.stderr}`);
  return (JSON.parse(done.stdout) as Answer[]).map(({ linted, files, error }) => ({
    findings:
      linted === null
        ? null
        : [
            ...linted.messages
              .filter(({ severity }) => severity > INFORMATION)
              .map((message) => `${message.path}: ${message.error}`),
            ...linted.errors,
          ],
    manifests: Object.entries(files)
      .filter(([name]) => name.endsWith('.yaml'))
      .flatMap(([, text]) => parseAllDocuments(text).map((document) => document.toJS() as Manifest | null))
      .filter((manifest) => manifest !== null),
    error,
  }));
};

/** For a top-level object, the schema states its version and kind. */
type Definitions = {
  readonly $id: string;
  readonly $defs: Readonly<
    Record<string, { readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>> }>
  >;
};

/** Validates a manifest against the schema of its kind; throws when that version of Kubernetes has no such kind. */
export const kubernetesJudge = async (
  version: string,
): Promise<(manifest: Manifest) => readonly string[]> => {
  const file = await fetchedFile(schemasOf(version));
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Definitions;
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(schema);
  const nameOf = ({ apiVersion, kind }: Manifest): string => {
    const found = Object.entries(schema.$defs).find(
      ([, { properties }]) =>
        properties?.['apiVersion']?.enum?.includes(apiVersion) && properties['kind']?.enum?.includes(kind),
    );
    if (found === undefined) throw new Error(`Kubernetes ${version} has no ${apiVersion} ${kind}`);
    return found[0];
  };
  return (manifest) => {
    const validate = ajv.compile<unknown>({ $ref: `${schema.$id}#/$defs/${nameOf(manifest)}` });
    const isValid: boolean = validate(manifest);
    if (isValid) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }: ErrorObject) =>
        `${manifest.kind} ${manifest.metadata.name}${instancePath}: ${message} ${JSON.stringify(params)}`,
    );
  };
};
