// Sends requests over kept-alive connections, one after the other on each, and measures.
import http from 'node:http';

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Latencies in milliseconds into throughput a second and percentiles. */
export function summary(latencies, milliseconds) {
  const sorted = latencies.toSorted((a, b) => a - b);
  return { perSecond: (sorted.length * 1_000) / milliseconds, p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
}

/** Runs `once` on so many lanes for the time given. `once` rejects when an answer is not what it should be. */
export async function press({ lanes, milliseconds, once }) {
  const latencies = [];
  const begin = performance.now();
  const lane = async (number) => {
    while (performance.now() - begin < milliseconds) {
      const start = performance.now();
      await once(number);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return summary(latencies, performance.now() - begin);
}

/** One request; answers the body, and rejects on a status of 400 or more. */
export function send(agent, port, { method = 'GET', path, headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const data = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const request = http.request({ agent, host: '127.0.0.1', port, method, path, headers: { ...headers, ...(data ? { 'content-type': 'application/json', 'content-length': data.length } : {}) } }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString();
        if (answer.statusCode >= 400) reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.slice(0, 300)}`));
        else resolve(text);
      });
    });
    request.on('error', reject);
    request.end(data);
  });
}
