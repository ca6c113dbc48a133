// The same mails by BullMQ on Redis, with nodemailer and liquidjs, as their documentation has it.
// node bullmq.mjs fill REDIS MAILS -- FOLDERS   or   work REDIS MAILS WAY SINK ATONCE FILE -- FOLDERS
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import http from 'node:http';

const [mode, redis, mails, way, sink, atOnce, file] = process.argv.slice(2);
const [bullmq, ioredis, nodemailer, liquidjs] = process.argv.slice(process.argv.indexOf('--') + 1).map(folder => createRequire(`${folder}/package.json`)(folder));
const connection = new ioredis.Redis({ host: '127.0.0.1', port: Number(redis), maxRetriesPerRequest: null });

if (mode === 'fill') {
  const queue = new bullmq.Queue('mail', { connection });
  for (let first = 0; first < mails; first += 500) {
    const some = Array.from({ length: Math.min(500, mails - first) }, (_, i) => first + i);
    await queue.addBulk(some.map(i => ({ name: 'send', data: { id: i.toString(16).padStart(32, '0') }, opts: { removeOnComplete: true } })));
  }
  await queue.close();
  process.exit(0);
} else {
  const mail = JSON.parse(readFileSync(file, 'utf8'));
  const engine = new liquidjs.Liquid();
  const [subject, text, html] = [mail.Subject, mail.Text, mail.Html].map(source => engine.parse(source));
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: Number(sink), secure: false, ignoreTLS: true, pool: true, maxConnections: Number(atOnce), maxMessages: Infinity });
  const agent = new http.Agent({ keepAlive: true, maxSockets: Number(atOnce) });
  const post = body => new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port: Number(sink), path: '/v3/mail/send', method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, answer => {
      answer.resume();
      answer.on('end', () => answer.statusCode === 202 ? resolve() : reject(new Error(`${answer.statusCode}`)));
    });
    request.on('error', reject);
    request.end(body);
  });
  let left = Number(mails);
  const values = { link: mail.Link, district: mail.District };
  await new Promise((resolve, reject) => {
    const worker = new bullmq.Worker('mail', async job => {
      const [s, t, h] = await Promise.all([subject, text, html].map(template => engine.render(template, values)));
      if (way === 'smtp') {
        await transport.sendMail({ from: mail.From, to: mail.To, subject: s, text: t, html: h, headers: { 'X-Notify-Id': job.data.id } });
      } else {
        await post(JSON.stringify({
          from: { email: mail.From },
          personalizations: [{ to: [{ email: mail.To }], custom_args: { notify_id: job.data.id } }],
          subject: s,
          content: [{ type: 'text/plain', value: t }, { type: 'text/html', value: h }],
        }));
      }
    }, { connection, concurrency: Number(atOnce) });
    worker.on('completed', () => --left === 0 && resolve());
    worker.on('failed', (_, error) => reject(error));
  });
  process.exit(0);
}
