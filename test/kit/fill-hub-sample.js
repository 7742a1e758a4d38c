// Plain JavaScript, run by a Node of its own: writes the sample's import files and imports them with what was built.
import { importSample } from '@onenx/cli';
import { writeSample } from '@onenx/cli/sample';

const [files, data, today] = process.argv.slice(2);
await writeSample({ directory: files, today });
await importSample(data, files);
