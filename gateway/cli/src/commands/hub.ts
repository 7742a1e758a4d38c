import { Command } from 'commander';
import { startHubSubgraph } from '../servers/hub-server.js';
import { serveHub, withLevels } from './serve.js';

export function hubCommand(): Command {
  return withLevels(new Command('hub'))
    .description("serve the hub's own subgraph alone, for use behind another router (单独运行枢纽子图)")
    .action(serveHub('hub', startHubSubgraph));
}
