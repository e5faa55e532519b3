"""The demonstration: an invented province, kabupaten and villages, with invented figures.

Everything here is fictional. Province 99 does not exist, Kabupaten Arunika (99.01) does not
exist, no village, border, count or survey figure is taken from a real one. The same seed gives
the same demonstration. The standard one lies in the open Banda Sea; one of tens of thousands of
villages, made for benchmarks only, is larger than that sea and reaches over real islands.
"""
