import { intervalsOn, likeOnWorkdays, NEW_DAY, OFFICE_WEEK, oneMore, withDay } from './week';

const MORNING = { opens: '08:00', closes: '12:00' };
const AFTERNOON = { opens: '13:00', closes: '18:00' };

describe('a week of hours', () => {
  it('opens and closes single days', () => {
    const week = withDay(OFFICE_WEEK, 6, [MORNING]);
    expect(intervalsOn(week, 6)).toEqual([MORNING]);
    expect(withDay(week, 6, [])).toEqual(OFFICE_WEEK);
  });

  it('gives one day’s hours to all workdays and leaves the weekend', () => {
    const week = likeOnWorkdays(withDay(withDay(OFFICE_WEEK, 1, [MORNING, AFTERNOON]), 0, [MORNING]), 1);
    expect([1, 2, 3, 4, 5, 6, 0].map((day) => intervalsOn(week, day).length)).toEqual([2, 2, 2, 2, 2, 0, 1]);
  });

  it.each([
    [[], [NEW_DAY]],
    [[MORNING], [MORNING, AFTERNOON]],
    [[AFTERNOON], [AFTERNOON, { opens: '18:00', closes: '22:00' }]],
    [[{ opens: '08:00', closes: '' }], [{ opens: '08:00', closes: '' }, NEW_DAY]],
  ])('adds a time that follows: %j', (before, after) => {
    expect(oneMore(before)).toEqual(after);
  });
});
