import type { ErrorCode } from '../../domain/errors';
import { CONTACT_ERROR_WORDS } from './contact-words';
import { FLOW_ERROR_WORDS } from './flow-words';
import type { Locale } from './locale';

interface Words {
  title: string;
  detail: string;
}

/** What callers read for each code. docs/errors.md says when each happens and what to do. */
export const ERROR_WORDS: Record<ErrorCode, Record<Locale, Words>> = {
  validation_failed: {
    'pt-BR': { title: 'Dados inválidos', detail: 'Confira os campos indicados e tente de novo.' },
    en: { title: 'Invalid data', detail: 'Check the fields listed and try again.' },
    es: { title: 'Datos inválidos', detail: 'Revise los campos indicados e intente de nuevo.' },
  },
  malformed_json: {
    'pt-BR': { title: 'JSON malformado', detail: 'O corpo da requisição não é um JSON válido.' },
    en: { title: 'Malformed JSON', detail: 'The request body is not valid JSON.' },
    es: { title: 'JSON malformado', detail: 'El cuerpo de la solicitud no es un JSON válido.' },
  },
  body_too_large: {
    'pt-BR': { title: 'Conteúdo grande demais', detail: 'O corpo da requisição passa do tamanho aceito.' },
    en: { title: 'Body too large', detail: 'The request body is larger than accepted.' },
    es: {
      title: 'Contenido demasiado grande',
      detail: 'El cuerpo de la solicitud supera el tamaño aceptado.',
    },
  },
  knowledge_too_long: {
    'pt-BR': {
      title: 'Texto longo demais',
      detail: 'O conhecimento aceita até 50.000 caracteres. Nada foi alterado.',
    },
    en: {
      title: 'Text too long',
      detail: 'The knowledge text takes up to 50,000 characters. Nothing was changed.',
    },
    es: {
      title: 'Texto demasiado largo',
      detail: 'El conocimiento acepta hasta 50.000 caracteres. Nada fue modificado.',
    },
  },
  deadline_too_far: {
    'pt-BR': {
      title: 'Prazo longe demais',
      detail: 'O prazo pode ficar no máximo 20 dias à frente. Nada foi alterado.',
    },
    en: {
      title: 'Deadline too far ahead',
      detail: 'The deadline may lie at most 20 days ahead. Nothing was changed.',
    },
    es: {
      title: 'Plazo demasiado lejano',
      detail: 'El plazo puede quedar como máximo 20 días por delante. No se cambió nada.',
    },
  },
  wrong_current_password: {
    'pt-BR': {
      title: 'Senha atual incorreta',
      detail: 'A senha atual não confere. A senha não foi trocada.',
    },
    en: {
      title: 'Wrong current password',
      detail: 'The current password does not match. Nothing was changed.',
    },
    es: {
      title: 'Contraseña actual incorrecta',
      detail: 'La contraseña actual no coincide. No se cambió nada.',
    },
  },
  invalid_credentials: {
    'pt-BR': { title: 'E-mail ou senha incorretos', detail: 'Confira os dois e tente de novo.' },
    en: { title: 'Wrong e-mail or password', detail: 'Check both and try again.' },
    es: { title: 'Correo o contraseña incorrectos', detail: 'Revise ambos e intente de nuevo.' },
  },
  token_missing: {
    'pt-BR': {
      title: 'Acesso não identificado',
      detail: 'Envie um token de acesso no cabeçalho Authorization.',
    },
    en: { title: 'Not authenticated', detail: 'Send an access token in the Authorization header.' },
    es: {
      title: 'Acceso no identificado',
      detail: 'Envíe un token de acceso en el encabezado Authorization.',
    },
  },
  token_invalid: {
    'pt-BR': { title: 'Acesso inválido ou vencido', detail: 'Entre de novo ou renove o token de acesso.' },
    en: { title: 'Invalid or expired access', detail: 'Sign in again or refresh the access token.' },
    es: {
      title: 'Acceso inválido o vencido',
      detail: 'Inicie sesión de nuevo o renueve el token de acceso.',
    },
  },
  session_ended: {
    'pt-BR': { title: 'Sessão encerrada', detail: 'Entre de novo para continuar.' },
    en: { title: 'Session ended', detail: 'Sign in again to continue.' },
    es: { title: 'Sesión finalizada', detail: 'Inicie sesión de nuevo para continuar.' },
  },
  webhook_refused: {
    'pt-BR': { title: 'Webhook recusado', detail: 'A origem deste webhook não foi reconhecida.' },
    en: { title: 'Webhook refused', detail: 'The origin of this webhook was not recognised.' },
    es: { title: 'Webhook rechazado', detail: 'El origen de este webhook no fue reconocido.' },
  },
  role_forbidden: {
    'pt-BR': { title: 'Sem permissão', detail: 'O seu papel não permite esta ação.' },
    en: { title: 'Not allowed', detail: 'Your role does not allow this.' },
    es: { title: 'Sin permiso', detail: 'Su rol no permite esta acción.' },
  },
  origin_forbidden: {
    'pt-BR': { title: 'Origem não permitida', detail: 'Esta ação só é aceita a partir do próprio painel.' },
    en: { title: 'Origin not allowed', detail: 'This is only accepted from the dashboard itself.' },
    es: { title: 'Origen no permitido', detail: 'Esta acción solo se acepta desde el propio panel.' },
  },
  tenant_inactive: {
    'pt-BR': { title: 'Conta inativa', detail: 'Esta conta foi cancelada. Fale com o suporte.' },
    en: { title: 'Account inactive', detail: 'This account was cancelled. Contact support.' },
    es: { title: 'Cuenta inactiva', detail: 'Esta cuenta fue cancelada. Contacte al soporte.' },
  },
  not_found: {
    'pt-BR': { title: 'Não encontrado', detail: 'O item não existe ou não é desta conta.' },
    en: { title: 'Not found', detail: 'It does not exist, or it is not of this account.' },
    es: { title: 'No encontrado', detail: 'No existe o no es de esta cuenta.' },
  },
  route_not_found: {
    'pt-BR': { title: 'Endereço inexistente', detail: 'Não há nada neste endereço com este método.' },
    en: { title: 'No such address', detail: 'There is nothing at this address with this method.' },
    es: { title: 'Dirección inexistente', detail: 'No hay nada en esta dirección con este método.' },
  },
  address_used: {
    'pt-BR': { title: 'Endereço já usado', detail: 'Este endereço vale uma vez, e já foi usado ou venceu.' },
    en: { title: 'Address already used', detail: 'This address works once, and was used or is over.' },
    es: { title: 'Dirección ya usada', detail: 'Esta dirección vale una vez, y ya se usó o venció.' },
  },
  idempotency_conflict: {
    'pt-BR': {
      title: 'Chave de idempotência repetida',
      detail: 'Esta Idempotency-Key já foi usada com outro conteúdo.',
    },
    en: { title: 'Idempotency key reused', detail: 'This Idempotency-Key was used with other content.' },
    es: {
      title: 'Clave de idempotencia repetida',
      detail: 'Esta Idempotency-Key ya se usó con otro contenido.',
    },
  },
  not_with_team: {
    'pt-BR': {
      title: 'A conversa está com a IA',
      detail: 'Não há prazo correndo: a IA já está com a conversa. Atualize a página.',
    },
    en: {
      title: 'The AI has the conversation',
      detail: 'No deadline is running: the AI has the conversation already. Refresh the page.',
    },
    es: {
      title: 'La IA tiene la conversación',
      detail: 'No hay un plazo en curso: la IA ya tiene la conversación. Actualice la página.',
    },
  },
  channel_already_connected: {
    'pt-BR': {
      title: 'Número já conectado',
      detail: 'Este número já está conectado; não há código para ler.',
    },
    en: {
      title: 'Number already connected',
      detail: 'This number is connected already; there is no code to scan.',
    },
    es: { title: 'Número ya conectado', detail: 'Este número ya está conectado; no hay código para leer.' },
  },
  name_taken: {
    'pt-BR': { title: 'Nome já usado', detail: 'Já existe um com este nome. Escolha outro.' },
    en: { title: 'Name taken', detail: 'There is one of this name already. Choose another.' },
    es: { title: 'Nombre ya usado', detail: 'Ya existe uno con este nombre. Elija otro.' },
  },
  default_agent: {
    'pt-BR': { title: 'Agente padrão', detail: 'O agente padrão não pode ser removido.' },
    en: { title: 'Default agent', detail: 'The default agent cannot be removed.' },
    es: { title: 'Agente predeterminado', detail: 'El agente predeterminado no se puede eliminar.' },
  },
  credential_in_use: {
    'pt-BR': {
      title: 'Credencial em uso',
      detail: 'Uma automação publicada usa esta credencial. Troque-a lá antes de apagar.',
    },
    en: {
      title: 'Credential in use',
      detail: 'A published automation uses this credential. Change it there before you delete it.',
    },
    es: {
      title: 'Credencial en uso',
      detail: 'Una automatización publicada usa esta credencial. Cámbiela allí antes de eliminarla.',
    },
  },
  too_many_attempts: {
    'pt-BR': { title: 'Tentativas demais', detail: 'Espere um pouco antes de tentar de novo.' },
    en: { title: 'Too many attempts', detail: 'Wait a little before trying again.' },
    es: { title: 'Demasiados intentos', detail: 'Espere un poco antes de intentar de nuevo.' },
  },
  provider_rejected: {
    'pt-BR': { title: 'Serviço externo recusou', detail: 'O serviço externo recusou o pedido.' },
    en: { title: 'Refused by an outside service', detail: 'The outside service refused the request.' },
    es: { title: 'Un servicio externo rechazó', detail: 'El servicio externo rechazó la solicitud.' },
  },
  number_not_on_whatsapp: {
    'pt-BR': { title: 'Número sem WhatsApp', detail: 'Este número não tem WhatsApp.' },
    en: { title: 'Number not on WhatsApp', detail: 'This number is not on WhatsApp.' },
    es: { title: 'Número sin WhatsApp', detail: 'Este número no tiene WhatsApp.' },
  },
  provider_unavailable: {
    'pt-BR': {
      title: 'Serviço externo indisponível',
      detail: 'O serviço externo não respondeu. Tente de novo em instantes.',
    },
    en: {
      title: 'Outside service unavailable',
      detail: 'The outside service did not answer. Try again shortly.',
    },
    es: {
      title: 'Servicio externo no disponible',
      detail: 'El servicio externo no respondió. Intente de nuevo en breve.',
    },
  },
  engine_unavailable: {
    'pt-BR': {
      title: 'Motor indisponível',
      detail: 'O motor de conversas não respondeu. Tente de novo em instantes.',
    },
    en: { title: 'Engine unavailable', detail: 'The conversation engine did not answer. Try again shortly.' },
    es: {
      title: 'Motor no disponible',
      detail: 'El motor de conversaciones no respondió. Intente de nuevo en breve.',
    },
  },
  database_unavailable: {
    'pt-BR': {
      title: 'Banco de dados indisponível',
      detail: 'O banco de dados não respondeu. Tente de novo em instantes.',
    },
    en: { title: 'Database unavailable', detail: 'The database did not answer. Try again shortly.' },
    es: {
      title: 'Base de datos no disponible',
      detail: 'La base de datos no respondió. Intente de nuevo en breve.',
    },
  },
  webhook_undecided: {
    'pt-BR': { title: 'Ainda não decidido', detail: 'Entregue de novo em instantes.' },
    en: { title: 'Not decided yet', detail: 'Deliver again shortly.' },
    es: { title: 'Aún no decidido', detail: 'Entregue de nuevo en breve.' },
  },
  overloaded: {
    'pt-BR': { title: 'Muita coisa ao mesmo tempo', detail: 'Entregue de novo em instantes.' },
    en: { title: 'Too much at once', detail: 'Deliver again shortly.' },
    es: { title: 'Demasiado a la vez', detail: 'Entregue de nuevo en breve.' },
  },
  internal: {
    'pt-BR': {
      title: 'Erro interno',
      detail: 'Algo deu errado do nosso lado. Informe o código da requisição ao suporte.',
    },
    en: { title: 'Internal error', detail: 'Something went wrong on our side. Tell support the request id.' },
    es: {
      title: 'Error interno',
      detail: 'Algo salió mal de nuestro lado. Informe el código de la solicitud al soporte.',
    },
  },
  ...CONTACT_ERROR_WORDS,
  ...FLOW_ERROR_WORDS,
};
