import type { SamplePlace } from './places.js';
import type { Random } from './random.js';

/** The mark of everything generated: no name of the sample can be taken for a real body's. */
export const SAMPLE_MARK = '示例';

const FIRST = '晨安和睦康乐仁爱春晖朝阳星光青禾同心邻里益友金秋常绿明善德馨'.split('');
const SECOND = '曦宁源馨悦泽盈韵帆桥苑舟荷枫溪岚霖瑞祺嘉'.split('');

/** Made-up names, none of them twice. */
export class Names {
  private readonly used = new Set<string>();

  constructor(private readonly random: Random) {}

  /** `before` + 示例 + two characters + `after`, as in 长宁区示例晨曦养老服务中心. */
  next(before: string, after: string): string {
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const name = `${before}${SAMPLE_MARK}${this.random.pick(FIRST)}${this.random.pick(SECOND)}${after}`;
      if (this.used.has(name)) continue;
      this.used.add(name);
      return name;
    }
    throw new Error(`There are no names left for ${before}${SAMPLE_MARK}…${after}`);
  }
}

/** A committee's name without 居委会, as the name of a body of it begins. */
export function shortName(place: SamplePlace): string {
  return place.name.replace(/居委会$/, '');
}
