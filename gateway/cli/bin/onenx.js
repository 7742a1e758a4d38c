#!/usr/bin/env node
// Plain JavaScript for any Node: says what is needed before anything newer is loaded.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 17)) {
  process.stderr.write(
    `OneNX needs Node 22.17 or newer; this is ${process.versions.node}. Run it through npm, which brings its own: npm run onenx -- ${process.argv.slice(2).join(' ')}\n`,
  );
  process.exit(1);
}
// graphql-js and others check themselves at every step unless they are told that nobody develops them here.
process.env.NODE_ENV ??= 'production';
const { main } = await import('../dist/main.js');
process.exitCode = await main(process.argv);
