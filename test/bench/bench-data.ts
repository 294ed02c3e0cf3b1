// Makes the database that `npm run bench` compares 1,000 dealerships in, or one wherever is said:
// npm run bench:data -- [file] [number of dealerships]
import { resolve } from 'node:path';
import { makeGroupDatabase } from './group-database.js';

const [file = 'node_modules/.bench/group-1000.db', number = '1000'] = process.argv.slice(2);
const started = performance.now();
await makeGroupDatabase(resolve(file), Number(number));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
process.stdout.write(`${resolve(file)}: ${number} dealerships, made in ${seconds} s\n`);
