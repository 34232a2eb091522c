/** The text of `texts.ts` as bzip2, zstd and gzip themselves pack it; Node writes neither of the first two. */

export const BZIP2 = Buffer.from(
  [
    'QlpoOTFBWSZTWc0oAg8AAO3QXgAQQAE/9Dr/+6gQAABgMADW2RApptTTTQGQABoDUwk9TajUyeRDQ0GhoMqGjQGgDRpoAepwQyEv',
    'dnZxriNmMkXoEQd2yotHkh4OsPJ5jSKPNnpGqEAkICQAkBIJgbutGFU4e1yiV4hj1LocCL6O6xDsgFnpx+tLA1B1k4CecrF1QNLJ',
    '0jAUF/PZI+DJI0BtsHetVQTuFxHueiCS84YwmK1FyPyJyGQvvsjZS+qiMIOUHBDcEEWUQhLme7WsCW17ZYU/BSVkFew2OBqNC2jN',
    'j8aVum/F3JFOFCQzSgCDwA==',
  ].join(''),
  'base64',
);

export const ZSTD = Buffer.from(
  [
    'KLUv/QRoXQgAZtQ0IaApjQF+jdd9RMR2ybMZaaWdqbfbv9vebaGqqlq/flDIAyoAKgAsAKqsrc65Oxpb3a3vxU00q6IYzt+DOk7N',
    'MTFkZ1UkNBUxvnPIgTJjKms0a7O+n1udVXNoTA10vVsds2JqHiirAmjOWVehMTJ0M6rmzxhZzfE5shsLB8/N7nQ3Q+Nb0Lxxs8qM',
    'S/PHzKxYWDJx54K+U1PR8aD5YlZcVT2MkBmKCS4oCmDQ5tVWVE3FxEujX+tSTFWNPAvKvBQTr7LmEaa2ulefVTFXZVYAz86MahMA',
    'rzYzMggCMBM6luVkyVIz2z6lpra7zWwsy8LAnks+b6SbnArhKDKcd6eVB25mtaJaQpkDSRaJMw==',
  ].join(''),
  'base64',
);

export const GZIP = Buffer.from(
  [
    'H4sIAAAAAAACA4VRQW6DQAy88wq/gD9S2GWL+okWVRAauiWIRqi3vGL8m4wXklwi9bR4xjMeGw1YNGglaNOjLzijwyT41EpfRR1G',
    'IgdBpxVOWmMi/Z5lasInsgFHTNqg1+YfD8GCnh9jwrWhkcObEFsRDfO76yqILJ2Zz1bNpAKJIWcMNnWWINC5sQRmRqmFm022YxhJ',
    'R2YL1KdsXi5fifnGWfChjgjZI7EaJ6FNxfaSg/rLH5ORa/FLtrC1/eY64IdvaUNmFv2WlxIWMa2ZfFNvyzvEPKPYobOzxEfi243U',
    '2+ks/JZs4RsIkikoLO009+Ervbl6YftsAyb+lcKa6Sj08Ri03m+aZ1dxUjYc7gEAAA==',
  ].join(''),
  'base64',
);
