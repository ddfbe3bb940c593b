// `tocsin completion`: prints a completion script for a shell.
import type { Command } from 'commander';
import { printExactly } from '../terminal/output.ts';
import { type CommandTree, commandTree } from './command-tree.ts';
import { bashScript, fishScript, zshScript } from './scripts.ts';

const SHELLS: Readonly<Record<string, readonly [script: (tree: CommandTree) => string, how: string]>> = {
  bash: [bashScript, 'source <(tocsin completion bash)'],
  zsh: [zshScript, 'source <(tocsin completion zsh)'],
  fish: [fishScript, 'tocsin completion fish | source'],
};

export const addCompletion = (program: Command): void => {
  const noun = program.command('completion').description('complete commands and options with the Tab key');
  for (const [shell, [script, how]] of Object.entries(SHELLS)) {
    noun
      .command(shell)
      .description(`a script for ${shell}: ${how}`)
      .action(() => {
        printExactly(script(commandTree(program)));
      });
  }
};
