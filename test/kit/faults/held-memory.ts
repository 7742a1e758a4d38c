import { once } from 'node:events';

const MIB = 1024 * 1024;

interface HeapUsage {
  readonly usedSize: number;
  /** What lies outside of the heap for objects on it: the bytes of buffers. */
  readonly backingStorageSize?: number;
}

/**
 * What a process still holds once all its garbage is gone, in MiB, asked of its inspector (`node --inspect`). Unlike the
 * memory that it takes from the system, this grows only by what is held.
 */
export async function heldMiB(inspectorUrl: string): Promise<number> {
  const socket = new WebSocket(inspectorUrl);
  try {
    await once(socket, 'open');
    await call(socket, 'HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = (await call(socket, 'Runtime.getHeapUsage')) as HeapUsage;
    return (usedSize + backingStorageSize) / MIB;
  } finally {
    socket.close();
  }
}

/** One call at a time: without a domain enabled the inspector sends nothing but the reply. */
async function call(socket: WebSocket, method: string): Promise<unknown> {
  socket.send(JSON.stringify({ id: 1, method }));
  const [event] = (await once(socket, 'message')) as [MessageEvent];
  const { result, error } = JSON.parse(String(event.data)) as { result?: unknown; error?: { message: string } };
  if (error !== undefined) throw new Error(`${method}: ${error.message}`);
  return result;
}
