import type { LevelServer } from '@onenx/node';

/** An answer of the REST side. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** Its body as JSON; of another body, an empty object. */
  readonly json: Readonly<Record<string, unknown>>;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream;
}

/** One request of the REST side, over HTTP. */
export async function rest({ url }: Pick<LevelServer, 'url'>, path: string, asked: Asked = {}): Promise<RestAnswer> {
  const request = { ...asked, ...(asked.body instanceof ReadableStream ? { duplex: 'half' as const } : {}) };
  const response = await fetch(new URL(path, url), request);
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true && bytes.length > 0;
  const json = isJson ? (JSON.parse(bytes.toString()) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, bytes, json };
}

/** The code of a refusal. */
export function codeOf({ json }: RestAnswer): unknown {
  const [error] = (json['errors'] ?? []) as { extensions: { code: string } }[];
  return error?.extensions.code;
}
