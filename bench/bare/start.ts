import http from 'node:http';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { Agent, request } from 'undici';
import { resolve } from 'node:path';

// Arguments: port, address of Temporal, address of the Evolution stub.
const [port = '0', address = '', evolutionUrl = ''] = process.argv.slice(2);
const agent = new Agent({ connections: 64 });
const connection = await NativeConnection.connect({ address, grpcCompression: { codec: 'none' } });
const worker = await Worker.create({
  connection,
  namespace: 'prosa',
  taskQueue: 'bare',
  workflowBundle: await bundleWorkflowCode({ workflowsPath: resolve('bench/bare/workflow.ts') }),
  activities: {
    async reply(token: string) {
      const { body } = await request(`${evolutionUrl}/message/sendText/bare`, {
        method: 'POST',
        dispatcher: agent,
        body: JSON.stringify({ text: token }),
      });
      await body.dump();
    },
  },
  maxConcurrentActivityTaskExecutions: 400,
});
void worker.run().then(() => process.exit(0));
const client = new Client({ connection, namespace: 'prosa' });

http
  .createServer((req, res) => {
    let body = '';
    req.on('data', (data: Buffer) => (body += data.toString()));
    req.on('end', () => {
      const { data } = JSON.parse(body) as {
        data: { key: { remoteJid: string }; message: { conversation: string } };
      };
      const token = /tk-[\w-]+/.exec(data.message.conversation)?.[0] ?? '';
      client.workflow
        .signalWithStart('bare', {
          workflowId: `bare:${data.key.remoteJid}`,
          taskQueue: 'bare',
          signal: 'received',
          signalArgs: [token],
        })
        .then(() => res.writeHead(200).end())
        .catch(() => res.writeHead(500).end());
    });
  })
  .listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
