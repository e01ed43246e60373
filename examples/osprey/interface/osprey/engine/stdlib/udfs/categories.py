from enum import Enum


class UdfCategories(str, Enum):
    HTTP = 'HTTP'
