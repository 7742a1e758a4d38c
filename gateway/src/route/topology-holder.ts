import type { RequestContext, Service } from './service.js';
import { createTopology, type EndpointConfig, type Topology } from './topology.js';

/** Gives each request the topology that held when it began, to its end: a change never parts a request. */
export interface TopologySource {
  at(request: RequestContext): Topology;
  close(): Promise<void>;
}

/** No request lasts longer, in milliseconds. */
const LONGEST_REQUEST_MS = 120_000;

/** The topology of now, changed without a restart; endpoints that stay keep their connections. */
export class TopologyHolder implements TopologySource {
  private current: Topology;
  private readonly services = new Map<string, Service>();
  private readonly retired = new Set<Service>();
  private readonly seen = new WeakMap<RequestContext, Topology>();

  constructor(
    configs: readonly EndpointConfig[],
    private readonly connect: (config: EndpointConfig) => Service,
  ) {
    this.current = this.make(configs);
  }

  /** What a request without a context would see now. */
  now(): Topology {
    return this.current;
  }

  at(request: RequestContext): Topology {
    const seen = this.seen.get(request);
    if (seen !== undefined) return seen;
    this.seen.set(request, this.current);
    return this.current;
  }

  /**
   * Takes up another configuration. Endpoints that are no longer named close when no request can need them any more.
   * @throws AMBIGUOUS_OWNER, and the topology stays as it was
   */
  change(configs: readonly EndpointConfig[]): void {
    const before = new Map(this.services);
    this.current = this.make(configs);
    const kept = new Set(configs.map(({ url }) => url));
    for (const [url, service] of before) {
      if (kept.has(url)) continue;
      this.services.delete(url);
      this.retire(service);
    }
  }

  /** A request that began before the change may still fetch from an endpoint that is no longer named. */
  private retire(service: Service): void {
    this.retired.add(service);
    const end = setTimeout(() => {
      this.retired.delete(service);
      void service.close?.();
    }, LONGEST_REQUEST_MS);
    end.unref();
  }

  async close(): Promise<void> {
    await Promise.all([...this.services.values(), ...this.retired].map(async (service) => service.close?.()));
  }

  private make(configs: readonly EndpointConfig[]): Topology {
    return createTopology(configs, (config) => {
      const known = this.services.get(config.url);
      if (known !== undefined) return known;
      const service = this.connect(config);
      this.services.set(config.url, service);
      return service;
    });
  }
}
