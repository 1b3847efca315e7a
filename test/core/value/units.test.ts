/** How units are read, compared and converted: exactly, or not at all. */
import fc from 'fast-check';
import { exact, plain } from '../../../src/core/exact';
import { parseText } from '../../../src/core/value/parse';
import { amountIn, compareUnits, kinshipOf, unitNamed } from '../../../src/core/value/units';
import type { Quantity, Unit } from '../../../src/core/value/value';

function unit(name: string): Unit | null {
  return unitNamed(name);
}

function quantity(text: string): Quantity {
  const value = parseText(text);
  if (value.kind !== 'quantity') throw new Error(`${text} is no quantity`);
  return value;
}

describe('two units', () => {
  test.each([
    ['亩', '亩', 'same'],
    ['人', '名', 'same'],
    ['天', '日', 'same'],
    ['公里', '千米', 'same'],
    ['公斤', '千克', 'same'],
    ['', '', 'same'],
    ['元/户', '元/户', 'same'],
    ['元/人·年', '元/年·人', 'same'],
    ['元/人/年', '元/人·年', 'same'],
    ['万元/万人', '元/人', 'same'],
    ['亩', '万亩', 'scalable'],
    ['亩', '公顷', 'scalable'],
    ['亩', '平方米', 'scalable'],
    ['元', '万元', 'scalable'],
    ['亿元', '万元', 'scalable'],
    ['公里', '米', 'scalable'],
    ['人', '万人', 'scalable'],
    ['%', '‰', 'scalable'],
    ['%', '成', 'scalable'],
    ['吨', '公斤', 'scalable'],
    ['年', '个月', 'scalable'],
    ['小时', '天', 'scalable'],
    ['元/亩', '万元/亩', 'scalable'],
    ['万', '', 'scalable'],
    ['', '亩', 'assumed'],
    ['%', '', 'assumed'],
    ['万', '人', 'assumed'],
    ['个', '座', 'assumed'],
    ['元', '元/亩', 'assumed'],
    ['%', '百分点', 'assumed'],
    ['人', '个', 'different'],
    ['人', '人次', 'different'],
    ['户', '人', 'different'],
    ['座', '台', 'different'],
    ['元', '%', 'different'],
    ['元', '亩', 'different'],
    ['元/户', '元/亩', 'different'],
    ['天', '年', 'different'],
    ['天', '工作日', 'different'],
    ['倍', '百分点', 'different'],
    ['瓶', '个', 'assumed'],
    ['瓶', '箱', 'different'],
  ])('%j and %j are %s, both ways', (left, right, relation) => {
    expect(compareUnits(unit(left), unit(right))).toBe(relation);
    expect(compareUnits(unit(right), unit(left))).toBe(relation);
  });

  test.each([
    ['人', 'person'],
    ['万人', 'person'],
    ['户', 'household'],
    ['人次', 'visit'],
    ['个', 'thing'],
    ['座', 'thing'],
    ['灯塔', 'thing'],
    ['亩', 'measure'],
    ['%', 'measure'],
  ])('%s counts or measures a %s', (name, kinship) => {
    const named = unit(name);
    expect(named && kinshipOf(named)).toBe(kinship);
  });
});

describe('a quantity in another unit', () => {
  test.each([
    ['0.5189万亩', '亩', '5189'],
    ['5189亩', '万亩', '0.5189'],
    ['534万元', '元', '5340000'],
    ['1.2亿元', '万元', '12000'],
    ['1.65公里', '米', '1650'],
    ['3公顷', '亩', '45'],
    ['2000平方米', '亩', '3'],
    ['95%', '‰', '950'],
    ['九成', '%', '90'],
    ['2倍', '%', '200'],
    ['2年', '个月', '24'],
    ['1.5天', '小时', '36'],
    ['3吨', '公斤', '3000'],
    ['20.3万', '', '203000'],
    ['15000', '万', '1.5'],
    ['1.5万', '万人', '1.5'],
    ['1.5万', '人', '15000'],
    ['1300元', '元/亩', '1300'],
    ['0.13万元', '元/亩', '1300'],
    ['0.13万元/亩', '元/亩', '1300'],
    ['5', '个', '5'],
    ['5座', '个', '5'],
    ['95', '%', '95'],
    ['0', '%', '0'],
    ['5%', '百分点', '5'],
  ])('%s in %j is %s', (text, name, amount) => {
    const converted = amountIn(quantity(text), unit(name));
    expect(converted && plain(converted)).toBe(amount);
  });

  test.each([
    ['0.95', '%'],
    ['1', '%'],
    ['5人', '个'],
    ['5天', '年'],
    ['3元/户', '元/亩'],
  ])('%s in %j is not said', (text, name) => {
    expect(amountIn(quantity(text), unit(name))).toBeNull();
  });

  test('there and back is the same number, exactly', () => {
    const pairs = [
      ['亩', '万亩'],
      ['元', '亿元'],
      ['公里', '毫米'],
      ['%', '‰'],
      ['年', '季度'],
      ['吨', '斤'],
      ['元/户', '万元/户'],
      ['公顷', '亩'],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...pairs), fc.nat(10_000_000), fc.nat(999), (pair, whole, part) => {
        const [left, right] = [unit(pair[0]), unit(pair[1])];
        const number = exact(`${whole}.${part}`);
        const there = amountIn({ number, unit: left }, right);
        const back = there && amountIn({ number: there, unit: right }, left);
        // Thirds end after forty places; on the way back they are whole again at any place a form shows.
        expect(back?.round(20).eq(number)).toBe(true);
      }),
    );
  });
});
