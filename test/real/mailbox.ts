import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mail server (RFC 5321) that takes everything and keeps it. */
export interface Mailbox extends AsyncDisposable {
  readonly url: string;
  /** The newest code that was mailed to an address, as soon as it is there. */
  codeFor(address: string): Promise<string>;
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: { readonly to: string; readonly text: string }[] = [];
  const arrived = new Set<() => void>();
  const server = createServer((socket) =>
    receive(socket, (mail) => {
      mails.push(mail);
      for (const look of arrived) look();
    }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
    codeFor: (address) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new TypeError('no code was mailed')), 10_000);
        const look = (): void => {
          const at = mails.findLastIndex(({ to }) => to === address);
          const [mail] = at < 0 ? [] : mails.splice(at, 1);
          const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
          if (code === undefined) return;
          clearTimeout(late);
          arrived.delete(look);
          resolve(code);
        };
        arrived.add(look);
        look();
      }),
    [Symbol.asyncDispose]: async () => {
      server.close();
    },
  };
}

function receive(socket: Socket, take: (mail: { to: string; text: string }) => void): void {
  let pending = '';
  let to = '';
  let body: string[] | null = null;
  const line = (text: string): string | null => {
    if (body !== null) {
      if (text !== '.') {
        body.push(text);
        return null;
      }
      // Lines of quoted-printable go on after a "=".
      take({ to, text: body.join('\n').replaceAll('=\n', '') });
      body = null;
      return '250 kept';
    }
    if (/^rcpt to:/i.test(text)) to = /<([^>]*)>/.exec(text)?.[1] ?? '';
    if (!/^data$/i.test(text)) return /^quit$/i.test(text) ? '221 bye' : '250 ok';
    body = [];
    return '354 go on';
  };
  socket.write('220 mailbox\r\n');
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    const lines = (pending + bytes.toString()).split('\r\n');
    pending = lines.pop() ?? '';
    for (const each of lines) {
      const answer = line(each);
      if (answer !== null) socket.write(`${answer}\r\n`);
    }
  });
}
