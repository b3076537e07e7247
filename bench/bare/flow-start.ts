import http from 'node:http';
import { resolve } from 'node:path';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, NativeConnection, Worker } from '@temporalio/worker';
import { Agent, request } from 'undici';

// Arguments: port, address of Temporal, address that is called.
const [port = '0', address = '', url = ''] = process.argv.slice(2);
const agent = new Agent({ connections: 64 });
const connection = await NativeConnection.connect({ address, grpcCompression: { codec: 'none' } });
const worker = await Worker.create({
  connection,
  namespace: 'prosa',
  taskQueue: 'direct',
  workflowBundle: await bundleWorkflowCode({ workflowsPath: resolve('bench/bare/flow-workflow.ts') }),
  activities: {
    async post(body: string) {
      const response = await request(`${url}/step`, { method: 'POST', dispatcher: agent, body });
      await response.body.dump();
      return response.statusCode;
    },
  },
  maxConcurrentActivityTaskExecutions: 400,
});
void worker.run().then(() => process.exit(0));
const client = new Client({ connection, namespace: 'prosa' });

http
  .createServer((req, res) => {
    let token = '';
    req.on('data', (data: Buffer) => (token += data.toString()));
    req.on('end', () => {
      client.workflow
        .start('direct', { workflowId: `direct:${token}`, taskQueue: 'direct', args: [token] })
        .then(() => res.writeHead(200).end())
        .catch(() => res.writeHead(500).end());
    });
  })
  .listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
