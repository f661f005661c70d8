import { type AddressInfo, createServer } from 'node:net';

export interface Mail {
  readonly to: readonly string[];
  readonly from: string;
  /** Header and body as they came. */
  readonly data: string;
}

/** As much of RFC 5321 as a mailer needs. It turns away as many messages as it is told to, then takes them. */
export interface MailServer extends AsyncDisposable {
  readonly port: number;
  readonly mails: readonly Mail[];
  refusals: number;
}

export async function openMailServer(): Promise<MailServer> {
  const mails: Mail[] = [];
  const server = createServer((socket) => {
    let mail = { from: '', to: [] as string[], data: null as string[] | null };
    let rest = '';
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    const read = (line: string): unknown => {
      if (mail.data !== null) {
        if (line !== '.') return mail.data.push(line);
        mails.push({ ...mail, data: mail.data.join('\n') });
        mail = { from: '', to: [], data: null };
        return say('250 kept');
      }
      const [, address = ''] = /<([^>]*)>/.exec(line) ?? [];
      if (/^MAIL/i.test(line)) mail.from = address;
      if (/^RCPT/i.test(line) && host.refusals > 0) {
        host.refusals -= 1;
        return say(`451 ${address} not now`);
      }
      if (/^RCPT/i.test(line)) mail.to.push(address);
      if (/^DATA/i.test(line)) {
        mail.data = [];
        return say('354 go on');
      }
      return say('250 ok');
    };
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) read(line);
    });
    socket.on('error', () => undefined);
    say('220 test');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host: MailServer = {
    port: (server.address() as AddressInfo).port,
    mails,
    refusals: 0,
    [Symbol.asyncDispose]: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return host;
}
