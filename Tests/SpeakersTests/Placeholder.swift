import Speakers
import Testing
