import { expect, test } from 'vitest';
import { normalQuantile, tQuantile } from '../../../src/core/score/distributions.js';

// From another implementation (scipy 1.17).
test.each([
  [0.975, 1.959963984540054],
  [0.999, 3.090232306167813],
  [0.5001, 0.0002506628300880075],
  [0.9999875, 4.214799669993039],
  [1e-9, -5.9978070150076865],
])('the normal quantile of %s', (probability, value) => {
  expect(normalQuantile(probability)).toBeCloseTo(value, 11);
});

test.each([
  [1.5, 6.016663104427929],
  [4.6, 2.639291609747002],
  [5.8, 2.467511154021072],
  [8.2, 2.2962506962329923],
  [28, 2.0484071417952454],
  [200, 1.9718962236339088],
])('Student’s t with %s degrees of freedom', (freedom, value) => {
  expect(tQuantile(0.975, freedom)).toBeCloseTo(value, 11);
});
