import { cronInWords } from './cron-words';

describe('a schedule in words', () => {
  it.each([
    ['0 9 * * 1', 'toda segunda às 9:00', 'every Monday at 9:00', 'todos los lunes a las 9:00'],
    ['5 1 * * 6', 'todo sábado à 1:05', 'every Saturday at 1:05', 'todos los sábados a la 1:05'],
    ['0 9 * * 7', 'todo domingo às 9:00', 'every Sunday at 9:00', 'todos los domingos a las 9:00'],
    ['30 8 * * 1-5', 'dias úteis às 8:30', 'on weekdays at 8:30', 'días hábiles a las 8:30'],
    ['0 0 * * *', 'todo dia às 0:00', 'every day at 0:00', 'todos los días a las 0:00'],
    ['0 9 1-31 1-12 0-7', 'todo dia às 9:00', 'every day at 9:00', 'todos los días a las 9:00'],
    [
      '0 14 * * 5,1,3',
      'segundas, quartas e sextas às 14:00',
      'on Mondays, Wednesdays and Fridays at 14:00',
      'lunes, miércoles y viernes a las 14:00',
    ],
    [
      '0 9 * * 0,6',
      'sábados e domingos às 9:00',
      'on Saturdays and Sundays at 9:00',
      'sábados y domingos a las 9:00',
    ],
    [
      '0 9,14 * * 1-5',
      'dias úteis às 9:00 e 14:00',
      'on weekdays at 9:00 and 14:00',
      'días hábiles a las 9:00 y 14:00',
    ],
    [
      '15 7 10 * *',
      'dia 10 de cada mês às 7:15',
      'on day 10 of every month at 7:15',
      'el día 10 de cada mes a las 7:15',
    ],
    [
      '0 9 5,20 * *',
      'dias 5 e 20 de cada mês às 9:00',
      'on days 5 and 20 of every month at 9:00',
      'los días 5 y 20 de cada mes a las 9:00',
    ],
    ['0 * * * *', 'de hora em hora', 'every hour', 'cada hora'],
    ['*/15 * * * *', 'a cada 15 minutos', 'every 15 minutes', 'cada 15 minutos'],
    ['0 * * * 1-5', 'dias úteis de hora em hora', 'on weekdays every hour', 'días hábiles cada hora'],
  ])('%s', (cron, pt, en, es) => {
    expect([cronInWords(cron, 'pt-BR'), cronInWords(cron, 'en'), cronInWords(cron, 'es')]).toEqual([
      pt,
      en,
      es,
    ]);
  });

  it.each([
    ['a date and a weekday', '0 9 13 * 5'],
    ['some months', '0 9 1 1,7 *'],
    ['many hours', '0 8-18 * * *'],
    ['many dates', '0 9 1,2,3,4,5 * *'],
    ['uneven minutes', '*/25 * * * *'],
    ['a minute of every hour', '20 * * * *'],
    ['steps that begin late', '5,35 * * * *'],
    ['no schedule', 'amanhã cedo'],
    ['too often', '* * * * *'],
    ['nothing', ''],
  ])('%s stays cron', (_what, cron) => {
    expect(cronInWords(cron, 'pt-BR')).toBe(cron);
  });

  it('is without the blanks around it', () => {
    expect(cronInWords(' 0 9 * * 1 ', 'en')).toBe('every Monday at 9:00');
    expect(cronInWords(' 0 9 13 * 5 ', 'en')).toBe('0 9 13 * 5');
  });
});
