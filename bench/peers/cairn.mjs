// `cairn lines` as functions: each call is a line, each answer a promise.
import {spawn} from 'node:child_process';
import {createInterface} from 'node:readline';

export class Cairn {
  #waiting = new Map();
  #count = 0;

  /** @param command The program and its arguments. */
  constructor([program, ...args]) {
    this.process = spawn(program, [...args, 'lines'], {stdio: ['pipe', 'pipe', 'inherit']});
    createInterface({input: this.process.stdout}).on('line', line => {
      const answer = JSON.parse(line);
      this.#waiting.get(answer.id)(answer);
      this.#waiting.delete(answer.id);
    });
    this.process.on('exit', code => {
      for (const answer of this.#waiting.values()) answer({error: `cairn ended with ${code}`});
    });
  }

  /** The result; throws the error that the line was answered with. */
  async ask(op, members) {
    const id = ++this.#count;
    const {result, error} = await new Promise(answered => {
      this.#waiting.set(id, answered);
      this.process.stdin.write(JSON.stringify({id, op, ...members}) + '\n');
    });
    if (error !== undefined) throw new Error(typeof error === 'string' ? error : JSON.stringify(error));
    return result;
  }

  end() {
    this.process.stdin.end();
  }
}
