// The part of autocannon's API that the benchmark uses; the package has no types.
declare module 'autocannon' {
  type Options = {
    url: string;
    connections: number;
    duration: number;
    method?: 'GET' | 'POST';
    headers?: Record<string, string>;
    body?: string;
  };
  type Result = {
    requests: { total: number };
    duration: number;
    non2xx: number;
    errors: number;
    latency: { p50: number; p99: number };
  };
  export default function autocannon(options: Options): Promise<Result>;
}
