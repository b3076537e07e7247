const PARAGRAPH =
  'O ultrassom de abdome é feito com calma, por quem o faz há muitos anos, e o laudo sai no mesmo dia para quem vem cedo. ' +
  'Para o preparo, fique seis horas sem comer e beba água uma hora antes, sem ir ao banheiro, para que a imagem saia nítida. ' +
  'Traga o pedido médico, um documento com foto e, se tiver, os exames anteriores, para que se possa comparar com eles. ' +
  'O resultado fica na recepção e no site, e a equipe ajuda quem não conseguir entrar nele pelo telefone que tiver.';

/** What the stand-in is told to answer (fault `say`): as many balloons as paragraphs. */
export function longAnswer(paragraphs: number): { text: string; balloons: string[] } {
  const balloons = Array.from({ length: paragraphs }, (_, index) => `Parte ${index + 1}. ${PARAGRAPH}`);
  return { text: balloons.join('\n\n'), balloons };
}
