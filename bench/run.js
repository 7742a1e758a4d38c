// npm run bench                 lists the benchmarks
// npm run bench -- import       runs one; each prints ratios measured in the same run, never bare times
const benchmarks = {
  import: './dist/import.bench.js',
  gateway: './dist/gateway.bench.js',
  view: './dist/view.bench.js',
  nodes: './dist/nodes.bench.js',
};
const [name] = process.argv.slice(2);
if (name === undefined || !Object.hasOwn(benchmarks, name)) {
  console.log(`usage: npm run bench -- NAME\nNAME is one of: ${Object.keys(benchmarks).join(', ')}`);
  process.exit(name === undefined ? 0 : 1);
}
await import(benchmarks[name]);
