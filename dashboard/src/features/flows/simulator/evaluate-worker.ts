import { evaluateJsonata } from '../../../../../domain/flow/expression/jsonata';
import type { FlowObject } from '../../../../../domain/flow/runtime/value';

// Beside the page, which stays usable and ends it when it takes too long.
self.addEventListener('message', ({ data }: MessageEvent<{ expression: string; input: FlowObject }>) => {
  void evaluateJsonata(data.expression, data.input).then((made) => self.postMessage(made));
});
