/** Without accents or capitals: "Botões" is found by "botoes". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
