import type { FlowLocale } from './define-node';
import type { Finding, FindingCode } from './finding';

export interface WordedFinding extends Omit<Finding, 'nodeId'> {
  nodeId: string | null;
  message: string;
}

/** A finding as people read it. */
export function wordFinding(found: Finding, locale: FlowLocale): WordedFinding {
  const words = FINDING_WORDS[found.code][COLUMN[locale]];
  const known: Record<string, string | number> = { field: found.field ?? '', ...found.data };
  const message = words.replace(/\{(\w+)\}/g, (_all, name: string) => String(known[name] ?? ''));
  return { ...found, nodeId: found.nodeId ?? null, message };
}

const COLUMN: Record<FlowLocale, 0 | 1 | 2> = { 'pt-BR': 0, en: 1, es: 2 };

/** pt-BR, en, es. In braces: what the finding's data hold. */
export const FINDING_WORDS: Readonly<Record<FindingCode, readonly [string, string, string]>> = {
  no_trigger: [
    'Falta um gatilho: nada começa esta automação.',
    'There is no trigger: nothing begins this automation.',
    'Falta un disparador: nada inicia esta automatización.',
  ],
  too_many_nodes: [
    'Há blocos demais. O máximo é {most}.',
    'There are too many blocks. The most is {most}.',
    'Hay demasiados bloques. El máximo es {most}.',
  ],
  duplicate_id: [
    'Dois blocos têm o mesmo identificador.',
    'Two blocks have the same id.',
    'Dos bloques tienen el mismo identificador.',
  ],
  unknown_kind: [
    'Este tipo de bloco não existe: {kind}.',
    'There is no such kind of block: {kind}.',
    'Este tipo de bloque no existe: {kind}.',
  ],
  unknown_version: [
    'Este bloco é de uma versão mais nova do sistema ({version}).',
    'This block is of a newer version of the system ({version}).',
    'Este bloque es de una versión más nueva del sistema ({version}).',
  ],
  dangling_edge: [
    'Uma ligação não chega a nenhum bloco.',
    'A connection leads to no block.',
    'Una conexión no llega a ningún bloque.',
  ],
  unknown_handle: [
    'Uma ligação sai por uma saída que não existe: {handle}.',
    'A connection leaves by a way out that is not there: {handle}.',
    'Una conexión sale por una salida que no existe: {handle}.',
  ],
  handle_twice: [
    'A saída {handle} tem mais de uma ligação.',
    'The way out {handle} has more than one connection.',
    'La salida {handle} tiene más de una conexión.',
  ],
  edge_into_trigger: [
    'Nada pode levar a um gatilho.',
    'Nothing may lead into a trigger.',
    'Nada puede llevar a un disparador.',
  ],
  unreachable: [
    'Nenhum caminho chega a este bloco.',
    'No way leads to this block.',
    'Ningún camino llega a este bloque.',
  ],
  handle_unwired: [
    'A saída {handle} precisa de uma ligação.',
    'The way out {handle} needs a connection.',
    'La salida {handle} necesita una conexión.',
  ],
  cycle_without_wait: [
    'Este caminho volta sobre si sem esperar por nada. Use "Voltar" ou ponha uma espera.',
    'This way goes round without waiting for anything. Use "Go back", or put a wait in it.',
    'Este camino vuelve sobre sí sin esperar nada. Use "Volver" o ponga una espera.',
  ],
  enters_body: [
    'Uma ligação entra no meio de uma repetição ou de um ramo.',
    'A connection leads into the middle of a repetition or a branch.',
    'Una conexión entra en medio de una repetición o de una rama.',
  ],
  body_returns: [
    'Um caminho sai de dentro de uma repetição ou de um ramo. Ele deve terminar lá dentro.',
    'A way leads out of a repetition or a branch. It must end inside.',
    'Un camino sale de dentro de una repetición o de una rama. Debe terminar allí.',
  ],
  question_in_body: [
    'Dentro de uma repetição ou de um ramo não se pergunta nem se espera resposta.',
    'Inside a repetition or a branch nothing is asked and no reply is waited for.',
    'Dentro de una repetición o de una rama no se pregunta ni se espera respuesta.',
  ],
  jump_target_missing: [
    'O bloco de destino não existe: {target}.',
    'The block to go to is not there: {target}.',
    'El bloque de destino no existe: {target}.',
  ],
  jump_not_upstream: [
    '"Voltar" só vai a um bloco que vem antes.',
    '"Go back" only goes to a block that comes before.',
    '"Volver" solo va a un bloque anterior.',
  ],
  invalid_settings: [
    'Falta preencher, ou está errado: {field}.',
    'To be filled in, or wrong: {field}.',
    'Falta completar, o está mal: {field}.',
  ],
  placeholder_left: [
    'Substitua este bloco, que veio de fora: {was}.',
    'Replace this block, which came from elsewhere: {was}.',
    'Reemplace este bloque, que vino de afuera: {was}.',
  ],
  missing_reference: [
    'O que foi escolhido aqui não existe mais, ou não pode ser usado ({type}).',
    'What was chosen here is gone, or cannot be used ({type}).',
    'Lo elegido aquí ya no existe, o no se puede usar ({type}).',
  ],
  invalid_template: [
    'O texto com {{…}} não pode ser lido.',
    'The text with {{…}} cannot be read.',
    'El texto con {{…}} no se puede leer.',
  ],
  invalid_expression: [
    'A expressão não pode ser lida.',
    'The expression cannot be read.',
    'La expresión no se puede leer.',
  ],
  invalid_pattern: [
    'O padrão não pode ser lido.',
    'The pattern cannot be read.',
    'El patrón no se puede leer.',
  ],
  invalid_path: [
    'Não há {path} neste ponto.',
    'There is no {path} at this point.',
    'No hay {path} en este punto.',
  ],
  unknown_variable: [
    'A variável {path} não existe neste ponto.',
    'The variable {path} is not there at this point.',
    'La variable {path} no existe en este punto.',
  ],
  duplicate_name: [
    'Este nome aparece duas vezes.',
    'This name is there twice.',
    'Este nombre aparece dos veces.',
  ],
  duplicate_variable: [
    'Duas variáveis têm o mesmo nome.',
    'Two variables have the same name.',
    'Dos variables tienen el mismo nombre.',
  ],
  reserved_name: [
    'Este nome não pode ser usado para uma variável.',
    'This name cannot be used for a variable.',
    'Este nombre no se puede usar para una variable.',
  ],
  plan_limit: [
    'Passa do limite do plano.',
    'It is beyond the limit of the plan.',
    'Supera el límite del plan.',
  ],
  invalid_zone: ['O fuso horário não existe.', 'There is no such time zone.', 'El huso horario no existe.'],
  invalid_schedule: [
    'O horário da agenda não pode ser lido, ou repete em menos de cinco minutos.',
    'The schedule cannot be read, or repeats within five minutes.',
    'El horario no se puede leer, o se repite en menos de cinco minutos.',
  ],
  shares_not_100: [
    'As partes precisam somar 100%.',
    'The shares must add up to 100%.',
    'Las partes deben sumar 100%.',
  ],
  subflow_of_itself: [
    'Uma automação não pode chamar a si mesma.',
    'An automation cannot start itself.',
    'Una automatización no puede llamarse a sí misma.',
  ],
  private_address: [
    'Este endereço é de uma rede interna.',
    'This address is of an internal network.',
    'Esta dirección es de una red interna.',
  ],
  not_a_yes_or_no: [
    'A condição precisa dar sim ou não.',
    'The condition must come out as yes or no.',
    'La condición debe dar sí o no.',
  ],
  default_of_wrong_type: [
    'O valor para caso de erro não tem a forma do que o bloco dá.',
    'The value in case of an error is not of the shape that the block gives.',
    'El valor en caso de error no tiene la forma de lo que da el bloque.',
  ],
  too_many_buttons: [
    'O WhatsApp mostra até {most} botões. Use uma lista.',
    'WhatsApp shows up to {most} buttons. Use a list.',
    'WhatsApp muestra hasta {most} botones. Use una lista.',
  ],
  button_too_long: [
    'O botão tem letras demais. O máximo é {most}.',
    'The button is too long. The most is {most} letters.',
    'El botón tiene demasiadas letras. El máximo es {most}.',
  ],
  too_many_rows: [
    'A lista do WhatsApp tem até {most} opções.',
    'A WhatsApp list has up to {most} options.',
    'La lista de WhatsApp tiene hasta {most} opciones.',
  ],
  row_too_long: [
    'A opção tem letras demais. O máximo é {most}.',
    'The option is too long. The most is {most} letters.',
    'La opción tiene demasiadas letras. El máximo es {most}.',
  ],
  text_too_long: [
    'O texto é longo demais para o WhatsApp. O máximo é {most}.',
    'The text is too long for WhatsApp. The most is {most}.',
    'El texto es demasiado largo para WhatsApp. El máximo es {most}.',
  ],
  file_too_large: [
    'O arquivo é grande demais. O máximo é {most} MB.',
    'The file is too large. The most is {most} MB.',
    'El archivo es demasiado grande. El máximo es {most} MB.',
  ],
  file_type_unsupported: [
    'O WhatsApp não aceita este tipo de arquivo: {type}.',
    'WhatsApp does not take this type of file: {type}.',
    'WhatsApp no acepta este tipo de archivo: {type}.',
  ],
  silent_end: [
    'Por aqui o cliente pode ficar sem resposta.',
    'This way the customer may hear nothing.',
    'Por aquí el cliente puede quedarse sin respuesta.',
  ],
  many_messages: [
    'São muitas mensagens seguidas, sem esperar resposta.',
    'These are many messages in a row, without waiting for a reply.',
    'Son muchos mensajes seguidos, sin esperar respuesta.',
  ],
  marketing_after_wait: [
    'Uma oferta depois de mais de 24 horas pode ser recusada pelo WhatsApp.',
    'An offer after more than 24 hours may be refused by WhatsApp.',
    'Una oferta después de más de 24 horas puede ser rechazada por WhatsApp.',
  ],
  overlapping_triggers: [
    'Outra automação publicada começa com as mesmas mensagens.',
    'Another published automation begins with the same messages.',
    'Otra automatización publicada comienza con los mismos mensajes.',
  ],
  nobody_waits: [
    'Nenhum webhook desta automação espera pela resposta: dê a ele segundos de espera.',
    'No webhook of this automation waits for the answer: give it seconds to wait.',
    'Ningún webhook de esta automatización espera la respuesta: dele segundos de espera.',
  ],
  no_end: ['Não há um bloco "Fim".', 'There is no "End" block.', 'No hay un bloque "Fin".'],
  maybe_unset: [
    'Esta variável pode não ter valor em algum caminho. Use o filtro padrao.',
    'This variable may have no value on some way. Use the filter padrao.',
    'Esta variable puede no tener valor en algún camino. Use el filtro padrao.',
  ],
  compares_types: [
    'A comparação é entre coisas de tipos diferentes.',
    'Things of different types are compared.',
    'Se comparan cosas de tipos diferentes.',
  ],
  many_nodes: [
    'São muitos blocos. Uma parte pode virar outra automação.',
    'These are many blocks. A part could be an automation of its own.',
    'Son muchos bloques. Una parte puede ser otra automatización.',
  ],
  buttons_become_text: [
    'Neste número os botões viram um texto numerado.',
    'On this number, buttons become numbered text.',
    'En este número los botones se vuelven un texto numerado.',
  ],
  no_out_of_hours: [
    'Não há mensagem para quem escreve fora do horário.',
    'There is no message for who writes out of hours.',
    'No hay mensaje para quien escribe fuera de horario.',
  ],
  long_prompt: [
    'A instrução é longa: fica mais lenta e mais cara.',
    'The prompt is long: it is slower and dearer.',
    'La instrucción es larga: es más lenta y más cara.',
  ],
};
