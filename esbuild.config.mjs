import { build } from 'esbuild';
console.log(typeof build);
