import { faultInputSchema } from '../../../faults/fault';
import { isPreset, presetGroups } from './presets';

const presets = presetGroups.flatMap((group) => group.presets);

describe('presetGroups', () => {
  it.each(presets)('$label: is a fault the control API takes', ({ fault }) => {
    expect(faultInputSchema.safeParse(fault).success).toBe(true);
  });

  it('tells every preset from every other', () => {
    for (const preset of presets) {
      const active = faultInputSchema.parse({ ...preset.fault, times: 3 });
      expect(presets.filter((other) => isPreset(other, active))).toEqual([preset]);
    }
  });
});
