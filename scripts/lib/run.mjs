import { spawn } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Runs a program in the project folder with its output shown; resolves to its exit code. Whoever stops this
 * command stops the program with it.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: 'inherit',
      // On Windows npm is a script for the shell; a path with spaces would not survive one.
      shell: process.platform === 'win32' && !path.isAbsolute(command),
      ...options,
    });
    let stoppedBy;
    const pass = (signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, pass);
    const finish = (code) => {
      for (const signal of SIGNALS) process.off(signal, pass);
      if (stoppedBy) process.exit(128 + os.constants.signals[stoppedBy]);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      finish(1);
    });
    child.on('exit', (code) => finish(code ?? 1));
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM'];

/** Runs a program that came with the project's packages. */
export function runTool(name, args, options) {
  return run(process.execPath, [path.join(ROOT, 'node_modules', ...TOOLS[name]), ...args], options);
}

const TOOLS = {
  vite: ['vite', 'bin', 'vite.js'],
  vitest: ['vitest', 'vitest.mjs'],
  tsc: ['typescript', 'bin', 'tsc'],
  biome: ['@biomejs', 'biome', 'bin', 'biome'],
};

/** Ends the command with a sentence instead of a stack trace. */
export function stop(message, code = 1) {
  console.error(message);
  process.exit(code);
}
